"""Pictures of studies, found and decoded without holding up the window."""
