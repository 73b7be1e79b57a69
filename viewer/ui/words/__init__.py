"""How times, values and evidence are said, in the language of the window."""
