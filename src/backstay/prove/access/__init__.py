"""Access: what section 5 of the contract promises each caller, and whether it holds."""
