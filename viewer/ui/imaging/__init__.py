"""Pictures of studies on the screen, and what is measured on them."""
