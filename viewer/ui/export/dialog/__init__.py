"""The dialog of exports: what is to be told, in what form, and where it goes."""
