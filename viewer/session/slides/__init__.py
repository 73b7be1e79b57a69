"""Slides of the open case, opened and decoded without holding up the window."""
