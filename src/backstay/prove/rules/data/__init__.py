"""DAT: queries, transactions, tables and migrations."""
