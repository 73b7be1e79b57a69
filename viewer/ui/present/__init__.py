"""Presenting: the stage that the room sees, and the console of the presenter."""
