"""The field in which one of several series is chosen."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox

from viewer.session.pictures.study import ShownSeries, StudyPictures
from viewer.ui.imaging.series_words import series_title
from viewer.ui.widgets.plain_text import tip

translate = QCoreApplication.translate

LEAST_LETTERS = 8


class SeriesChooser(QComboBox):
    """Lists the series of a study by their titles, however narrow it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(translate("Picture", "Series"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(LEAST_LETTERS)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_series(
        self, study: StudyPictures | None, shown: ShownSeries | None, language: str
    ) -> None:
        """List the series of a study, the shown one chosen."""
        series = () if study is None else study.series
        titles = [] if study is None else [series_title(one, study, language) for one in series]
        if titles != [self.itemText(row) for row in range(self.count())]:
            self.clear()
            self.addItems(titles)
            for row, title in enumerate(titles):
                self.setItemData(row, tip(title), Qt.ItemDataRole.ToolTipRole)
        if shown is not None:
            self.setCurrentIndex(series.index(shown))
