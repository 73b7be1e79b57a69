"""Files to model and back; nothing here knows Qt."""
