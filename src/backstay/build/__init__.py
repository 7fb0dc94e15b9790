"""The builder: a blueprint in, a project out."""
