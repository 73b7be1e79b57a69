"""Dialogs: about, and keyboard."""
