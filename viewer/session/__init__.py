"""The one mutable object, and the notices and settings around it."""
