"""Dayline: one patient's course, on one cursor."""

__version__ = "0.1.0"
