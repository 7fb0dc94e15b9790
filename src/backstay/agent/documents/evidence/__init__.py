"""What was seen of a project: of its proof, its rules and its tests, each of one state of code."""
