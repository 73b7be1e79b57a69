"""The strip of the whole course."""
