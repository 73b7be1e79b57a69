"""The panels that may stand beside the chart, by the names that scenes use for them."""

PANELS = (
    "details",
    "events",
    "values",
    "imaging",
    "pathology",
    "notes",
    "problems",
    "measure",
    "compare",
    "pinned",
    "glucose",
    "annotations",
)
"""In the order in which the menu lists them."""
