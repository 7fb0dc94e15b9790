"""Budget: retries are a share of calls, so that they cannot finish off what is failing."""

SHARE = 0.1
MOST = 10.0


class RetryBudget:
    """Each call earns a tenth of a retry, up to ten of them; a fresh budget holds ten.

    Args: share, what a call earns; most, what can be saved.
    """

    def __init__(self, *, share: float = SHARE, most: float = MOST) -> None:
        self._share = share
        self._most = most
        self._saved = most

    def earn(self) -> None:
        """A call is made."""
        self._saved = min(self._most, self._saved + self._share)

    def spend(self) -> bool:
        """Whether a retry may be made; if so it is paid for."""
        if self._saved < 1:
            return False
        self._saved -= 1
        return True
