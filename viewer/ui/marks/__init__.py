"""Every mark of the charts as plain painting functions.

They take a painter whose coordinates count pixels, draw in the colours of a theme, and leave the
painter as it was.
"""
