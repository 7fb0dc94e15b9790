"""How right the rules of `backstay check` are on the corpus: recall and precision per rule."""

from pathlib import Path

from backstay.prove.accuracy import Tally, summed, tally
from backstay.prove.discover import all_rules

CORPUS = Path(__file__).parent.parent / "tests" / "prove" / "rules" / "corpus"


def main() -> None:
    """Print one line per rule and the sum."""
    rows = [tally(rule, CORPUS) for rule in all_rules().values()]
    print("rule    flagged  clean  recall  precision")
    for one in (*rows, summed(rows)):
        print(line(one))


def line(one: Tally) -> str:
    """One row of the table."""
    share = f"{one.recall:>6.1%}  {one.precision:>8.1%}"
    return f"{one.rule:<8}{one.flagged:>7}  {one.clean:>5}  {share}"


if __name__ == "__main__":
    main()
