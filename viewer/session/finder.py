"""What is sought and what a filter keeps, worked out once for a case, a text and a filter."""

from viewer.model.case import Case
from viewer.model.case_texts import CaseTexts, Hit
from viewer.model.filter import Filter
from viewer.model.kept import Kept
from viewer.model.same_text import Sought


class Finder:
    """Answers about the disclosed case alone; the last answer to each question is kept."""

    def __init__(self) -> None:
        self._texts: CaseTexts | None = None
        self._found: tuple[str, tuple[Sought, ...], tuple[Hit, ...]] = ("", (), ())
        self._kept: Kept | None = None

    def texts(self, case: Case, language: str) -> CaseTexts:
        """Give the texts of a disclosed case; of another one, anew."""
        known = self._texts
        if known is None or known.case is not case or known.language != language:
            known = self._texts = CaseTexts(case, language)
            self._found, self._kept = ("", (), ()), None
        return known

    def hits(self, texts: CaseTexts, sought: str) -> tuple[Hit, ...]:
        """Give every place where a text is found, in order."""
        return self._search(texts, sought)[2]

    def forms(self, texts: CaseTexts, sought: str) -> tuple[Sought, ...]:
        """Give what is to be underlined; nothing where nothing was found."""
        _, forms, hits = self._search(texts, sought)
        return forms if hits else ()

    def _search(
        self, texts: CaseTexts, sought: str
    ) -> tuple[str, tuple[Sought, ...], tuple[Hit, ...]]:
        if self._found[0] != sought:
            forms = texts.forms(sought)
            self._found = sought, forms, texts.hits(forms)
        return self._found

    def kept(self, texts: CaseTexts, chosen: Filter) -> Kept:
        """Give what a filter keeps."""
        known = self._kept
        if known is None or known.chosen != chosen:
            known = self._kept = Kept(chosen, texts)
        return known
