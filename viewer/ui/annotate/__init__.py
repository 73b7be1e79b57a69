"""Annotating in the window: commands, what they do, and how saving is told."""
