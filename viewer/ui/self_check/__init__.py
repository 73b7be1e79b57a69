"""Trying every part of an installation: what opens, what is drawn, what is read and written."""
