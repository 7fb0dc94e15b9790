"""Reports of rules in the words of other programs: text, JSON, SARIF, GitHub annotations."""
