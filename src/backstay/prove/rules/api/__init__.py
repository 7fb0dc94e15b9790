"""API: what every operation declares."""
