"""Reading slides: what OpenSlide opens, and plain pictures."""
