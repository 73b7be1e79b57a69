"""Adding studies with pictures to a case: looking for them, and saying what and when they are."""
