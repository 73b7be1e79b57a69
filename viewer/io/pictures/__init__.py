"""Pictures of a study: found in its files, decoded one by one, and told about."""
