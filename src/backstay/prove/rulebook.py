"""The pages of all rules, as `backstay explain` prints them."""

from backstay.prove.discover import all_rules
from backstay.prove.rule import Rule


def ids() -> list[str]:
    """Every id that has a page."""
    return list(all_rules())


def page(code: str) -> str | None:
    """What a rule objects to, why, and what is right instead; None if there is no such rule."""
    rule = all_rules().get(code)
    return None if rule is None else written(rule)


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
