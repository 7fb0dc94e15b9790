"""The rules of invoices, judged on the row as it would be stored."""

from src.core.exceptions import RuleBroken
from src.models.invoice import Invoice


def judge(invoice: Invoice) -> Invoice:
    """The invoice, when it keeps every rule.

    Args: invoice, as it would be stored.
    Returns: the same.
    Raises: RuleBroken, naming each rule that it breaks.
    """
    broken = [name for name, holds in RULES.items() if not holds(invoice)]
    if broken:
        raise RuleBroken(*broken)
    return invoice


def tax_fits(invoice: Invoice) -> bool:
    """Whether `tax <= net` is not false."""
    return invoice.tax <= invoice.net


RULES = {"tax_fits": tax_fits}
