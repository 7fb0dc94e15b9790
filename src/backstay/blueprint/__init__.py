"""The contract: read, checked, frozen."""
