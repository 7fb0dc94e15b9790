"""The standard, row by row, and what holds each row."""
