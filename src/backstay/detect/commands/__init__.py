"""Commands: what a person types to run, test, migrate and work a project; none is ever run."""
