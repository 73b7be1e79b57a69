"""Small widgets that any room of the user interface may use."""
