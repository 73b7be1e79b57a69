"""Exports that paint the real views: figures, handouts and print."""
