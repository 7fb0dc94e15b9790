"""A project's contract, edited as text: what a person wrote stays as it is, byte by byte."""
