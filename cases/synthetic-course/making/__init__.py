"""How the synthetic course is made: numbers, glucose, CT, slides and the story around them."""
