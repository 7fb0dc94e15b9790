"""Seeding: as many rows as the contract asks for, each one that it allows."""
