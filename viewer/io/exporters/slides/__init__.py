"""Slides: a deck as a PPTX file with native charts, shapes, tables and speaker notes."""
