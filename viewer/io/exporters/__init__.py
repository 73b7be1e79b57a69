"""One writer for each format that data leave the program in; none of them paints."""
