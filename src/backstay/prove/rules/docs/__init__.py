"""DOC: what is written down."""
