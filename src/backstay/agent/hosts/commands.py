"""`/api` as a slash command of hosts: it calls the tools, and adds nothing of its own."""

_BODY = """\
Work on the API of this project with the backstay tools. The first word says what to do, the rest
is the target (an endpoint, a resource, or nothing for all).

- `design`: call backstay_design. Show each operation with how it behaves under load and on failure.
- `test`: call backstay_test. Show what passed, what failed, what did not run.
- `monitor`: call backstay_monitor. Name the files and whether the alert rules were checked.
- `security`: call backstay_security. Show each finding with its remedy, the worst first.

Say only what the tools answered. A figure that no tool gave is not known.
"""
COMMAND = f"""\
---
description: Design, test, monitor or secure the API of this project.
argument-hint: design|test|monitor|security [TARGET]
---
{_BODY}
$ARGUMENTS
"""
PROMPT = f"""\
---
description: Design, test, monitor or secure the API of this project.
---
{_BODY}
${{input:what:design, test, monitor or security, and a target}}
"""
