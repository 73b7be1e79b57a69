"""The panel of scenes: the deck in order, with pictures, titles, notes and planned times."""
