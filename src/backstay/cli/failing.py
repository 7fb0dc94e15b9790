"""Failing: what nobody foresaw is a defect of ours, and is said so in one line."""

import os
import sys
from collections.abc import Callable

DEFECT = 70


def guarded(run: Callable[[], None]) -> None:
    """Run a command; a reader that leaves is no failure, any other surprise exits with 70.

    Raises:
        Exception: Whatever happened, where BACKSTAY_TRACEBACK is set.
    """
    try:
        run()
    except BrokenPipeError:  # the reader has seen enough
        sys.stderr.close()
    except Exception as error:
        if os.environ.get("BACKSTAY_TRACEBACK"):
            raise
        sys.stderr.write(
            f"Backstay itself has failed, which is a defect: {type(error).__name__}: {error}\n"
            "BACKSTAY_TRACEBACK=1 shows where; please report it with the contract.\n"
        )
        sys.exit(DEFECT)
