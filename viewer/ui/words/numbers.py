"""Numbers as text: a true minus sign, no needless zeros."""

MINUS = "\N{MINUS SIGN}"


def number(value: float) -> str:
    """Write a number as short as it can be without losing anything, with a true minus sign."""
    text = f"{value + 0.0:.12g}"  # adding nothing makes a negative zero a plain one
    return text.replace("-", MINUS)
