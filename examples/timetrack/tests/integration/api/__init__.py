"""The API, from request to answer."""
