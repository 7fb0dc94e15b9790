"""Plans: the statements that a subject really sends, and how its database would run them."""
