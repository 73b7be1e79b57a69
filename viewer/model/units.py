"""Units and the factors between them; a converted number is a view, never what was reported."""

from typing import NamedTuple


class Conversion(NamedTuple):
    """One factor between two units: `value × factor` or `value ÷ factor`, as `sign` says."""

    unit: str
    sign: str
    factor: float
    decimals: int
    """Decimals that the result is worth; the factor is no finer."""
    is_approximate: bool = False
    """Whether assays differ too much for the factor to hold for each of them."""

    @property
    def factor_text(self) -> str:
        """The factor as it is named on screen: "÷ 18.016", "× 6.00"."""
        return f"{self.sign} {_FACTOR_TEXTS.get(self.factor, f'{self.factor:g}')}"

    def apply(self, value: float) -> float:
        """Convert a number, unrounded."""
        return value * self.factor if self.sign == "×" else value / self.factor

    @property
    def per_unit(self) -> float:
        """How many of the other unit one of the reported unit is."""
        return self.factor if self.sign == "×" else 1 / self.factor

    def number_text(self, value: float) -> str:
        """Write the converted number alone: "3.00"; by its first digits where that says nothing."""
        converted = self.apply(value)
        is_long, is_tiny = abs(converted) >= LONGEST, abs(converted) < 0.5 * 10.0**-self.decimals
        as_is = converted and (is_long or is_tiny)
        text = f"{converted:.2g}" if as_is else f"{converted + 0.0:.{self.decimals}f}"
        return text.replace("-", MINUS)

    def text(self, value: float) -> str:
        """Write the converted number with its unit: "3.00 mmol/L"."""
        return f"{self.number_text(value)} {self.unit}"


GLUCOSE_MG_DL_PER_MMOL_L = 18.016
INSULIN_PMOL_L_PER_UIU_ML = 6.00
"""Knopp 2019, doi 10.1177/1932296818805074; approximate, since assays differ."""
C_PEPTIDE_NMOL_L_PER_NG_ML = 0.331

LONGEST = 1e15
"""Numbers from here on are not written out."""
MINUS = "\N{MINUS SIGN}"

_FACTOR_TEXTS = {INSULIN_PMOL_L_PER_UIU_ML: "6.00"}

_CONVERSIONS = {
    ("glucose", "mg/dl"): Conversion("mmol/L", "÷", GLUCOSE_MG_DL_PER_MMOL_L, 2),
    ("glucose", "mmol/l"): Conversion("mg/dL", "×", GLUCOSE_MG_DL_PER_MMOL_L, 0),
    ("insulin", "µu/ml"): Conversion("pmol/L", "×", INSULIN_PMOL_L_PER_UIU_ML, 0, True),
    ("insulin", "pmol/l"): Conversion("µU/mL", "÷", INSULIN_PMOL_L_PER_UIU_ML, 1, True),
    ("c-peptide", "ng/ml"): Conversion("nmol/L", "×", C_PEPTIDE_NMOL_L_PER_NG_ML, 2),
    ("c-peptide", "nmol/l"): Conversion("ng/mL", "÷", C_PEPTIDE_NMOL_L_PER_NG_ML, 1),
}


def plain_unit(unit: str) -> str:
    """Write a unit so that its spellings are equal: lower case, one kind of µ, no spaces."""
    return unit.replace("μ", "µ").replace(" ", "").lower()


def plain_analyte(analyte: str) -> str:
    """Write an analyte so that its spellings are equal: "C_peptide" as "c-peptide"."""
    return analyte.lower().replace("_", "-").replace(" ", "-")


def conversion(analyte: str, unit: str) -> Conversion | None:
    """Give the way to the other unit an analyte is measured in; None where there is none."""
    return _CONVERSIONS.get((plain_analyte(analyte), plain_unit(unit)))
