"""The compact forms of the language, and the long ones that mean the same."""
