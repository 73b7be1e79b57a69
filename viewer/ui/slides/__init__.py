"""Looking at slides: deep zoom, measuring, and several of them side by side."""
