"""What is there already: looked for before something new is written (R-197)."""
