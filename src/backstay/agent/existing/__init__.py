"""Endpoints for services that somebody else wrote, modelled on what they have (R-023, R-025)."""
