"""Views of generated tests: factories, the API's tests, refusals, units."""
