"""The world of a trial: people who sign in, rows that they make, requests that are kept."""
