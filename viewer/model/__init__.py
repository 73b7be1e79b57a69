"""The nouns of the domain as frozen values; nothing here knows files, pixels or Qt."""
