"""Presenting a course: decks of scenes, the talk that goes through one, playing day by day."""
