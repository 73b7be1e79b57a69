"""Dialogs: about, keyboard, legend."""
