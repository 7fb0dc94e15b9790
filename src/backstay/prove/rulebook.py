"""The pages of all rules, as `backstay explain` prints them."""

from backstay.prove.discover import all_rules
from backstay.prove.rule import Rule

# what the run itself finds, without a rule
_OF_THE_RUN = {
    "FIT007": """# FIT007: More debt than the standard allows

The minutes that mending all findings would take are more than 5% of what writing the code took
(R-203, C-58). Each rule publishes its minutes; a line of code is reckoned at six, for ten finished
lines an hour, tests and review among them.

## Instead
Mend what costs most: `backstay check --format json` lists everything.
""",
    "WAI001": """# WAI001: A waiver that excuses nothing

What it excused is gone, or it stands on the wrong line. Left there, it will excuse the next one.

## Instead
Remove it.
""",
    "WAI002": """# WAI002: A waiver without a reason

An exception that nobody explains is never taken back.

## Instead
`# backstay: allow[DAT003] the importer commits by batch until 2027-06-01`
""",
    "WAI003": """# WAI003: A waiver whose time is over

It was granted until a date, and the date is past.

## Instead
Mend what it excuses, or give a new reason and a new date.
""",
}


def ids() -> list[str]:
    """Every id that has a page."""
    return sorted([*all_rules(), *_OF_THE_RUN])


def page(code: str) -> str | None:
    """What a rule objects to, why, and what is right instead; None if there is no such rule."""
    rule = all_rules().get(code)
    return _OF_THE_RUN.get(code) if rule is None else written(rule)


def written(rule: Rule) -> str:
    """A rule's page with its facts below the title."""
    title, _, rest = rule.page.partition("\n")
    facts = [
        f"- name: {rule.name}",
        f"- severity: {rule.severity}; about {rule.minutes} minutes to mend",
        f"- holds: {', '.join(rule.rows)}",
    ]
    if rule.habit:
        facts.append("- the project's own pattern wins: where most places differ, it only informs")
    waive = f"- waive: `# backstay: allow[{rule.id}] REASON until YYYY-MM-DD` on the line"
    return "\n".join([f"# {rule.id}: {title}", "", *facts, waive, rest.rstrip(), ""])
