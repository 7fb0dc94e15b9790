"""Project: what is asked of a project's files, tests and dependencies while it does not run."""
