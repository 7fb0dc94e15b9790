"""The four commands of an API: design, test, monitor and security (R-222..R-225)."""
