"""Annotations on disk: append-only journals beside the case, and what is made from them."""
