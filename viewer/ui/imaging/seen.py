"""Which picture of a study is looked at and in which greys, as scenes keep it."""

from viewer.model.pictures import GreyWindow
from viewer.model.scene import SeenPicture
from viewer.ui.imaging.view import ImageView


def seen_in(view: ImageView, study: str) -> SeenPicture | None:
    """Give what a view shows of a study, to be shown again; None for no picture."""
    frame, window = view.frame, view.view.window
    if frame is None or not study:
        return None
    greys = {} if window is None else {"centre": window.centre, "width": window.width}
    return SeenPicture(study=study, picture=frame.key, **greys)


def window_of(seen: SeenPicture) -> GreyWindow | None:
    """Give the greys that a scene has kept; None for the picture's own."""
    if seen.centre is None or seen.width is None:
        return None
    return GreyWindow(seen.centre, seen.width)
