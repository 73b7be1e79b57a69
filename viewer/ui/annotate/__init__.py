"""What reviewers add to a case, on the chart and beside it."""
