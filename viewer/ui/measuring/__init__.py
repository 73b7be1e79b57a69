"""Second cursor and periods over the chart: their strip, their paint and the hand on them."""
