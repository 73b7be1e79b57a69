"""The event timeline: lanes of events over the time axis, and the ruler above it."""
