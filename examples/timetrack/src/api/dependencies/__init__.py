"""What routes may ask for, by type; the type says who may ask."""
