"""Annotating in a session: edits that can be undone, saved by the background as they are made."""
