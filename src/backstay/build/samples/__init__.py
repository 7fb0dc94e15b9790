"""What the builder writes from samples: the Python text of values, good and bad."""
