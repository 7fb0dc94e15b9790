"""What a specialist returns, and how it is held against the tree and the evidence."""
