"""The SQL that models and migrations carry: names, and conditions in both dialects."""
