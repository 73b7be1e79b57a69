"""The small picture of a study or report, made from its files."""

from collections.abc import Callable, Collection, Iterable

from viewer.geometry.small_pictures import Small, small_picture
from viewer.io.case_files import Assets
from viewer.io.pictures.files import PictureFiles
from viewer.io.unreadable import UnreadableError
from viewer.model.pictures import PictureLimits, PictureSeries

IsCancelled = Callable[[], bool]


def thumbnail(
    sources: Iterable[PictureFiles],
    limits: PictureLimits,
    is_cancelled: IsCancelled,
    keys: Collection[str] = (),
) -> Small | None:
    """Give the middle picture of the largest stack, else of the longest series.

    The first of `sources` that has one is taken; of the series with these `keys` where any are
    given. None where no picture can be shown. Raises AssetUnreadableError where there is no source.
    """
    from viewer.io.pictures.decoding import decode
    from viewer.io.pictures.scanning import scan

    for files in sources:
        found = scan(files, limits, is_cancelled).series
        wanted = [series for series in found if not keys or series.key in keys]
        for series in sorted(wanted, key=_rank, reverse=True):
            if is_cancelled():
                return None
            frame = series.frames[len(series.frames) // 2]
            try:
                return small_picture(decode(files, frame, limits), frame)
            except UnreadableError:
                continue  # another series may do
    return None


def slide_thumbnail(
    assets: Assets, names: Iterable[str], limits: PictureLimits, is_cancelled: IsCancelled
) -> Small | None:
    """Give the whole of the first slide that can be shown as a small picture; None without one.

    One that would have to be unpacked from a .dayline file first is left out.
    """
    from viewer.io.slides.opening import SlideFiles

    files = SlideFiles(assets, limits)
    for name in names:
        if is_cancelled():
            return None
        if assets.path(name) is None:
            continue
        try:
            slide = files.open(name)
        except UnreadableError:
            continue
        try:
            return slide.thumbnail()
        except UnreadableError:
            continue
        finally:
            slide.close()
    return None


def _rank(series: PictureSeries) -> tuple[bool, int]:
    return series.kind == "stack", len(series.frames)
