"""What a foreign project is made of, read from its files alone; nothing of it is ever run."""
