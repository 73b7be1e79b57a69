"""The panels that a scene may have beside the chart, by their names."""

PANELS = (
    "details",
    "events",
    "values",
    "imaging",
    "pathology",
    "notes",
    "glucose",
)
"""In the order in which the menu lists them; the others are for working with."""
