"""Every rule; no SQL, and no HTTP."""
