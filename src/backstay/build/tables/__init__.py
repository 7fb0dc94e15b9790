"""What the database holds, derived from a blueprint, and compared with what it held."""
