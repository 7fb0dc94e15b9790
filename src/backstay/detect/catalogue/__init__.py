"""The libraries that detection knows by name, one table per ecosystem."""
