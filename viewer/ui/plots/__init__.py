"""The plots under the timeline: one panel a series, on the timeline's own time axis."""
