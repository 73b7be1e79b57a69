"""What reviewers add to a case: on the chart, in commands, and how saving is told."""
