"""Lint: what is wrong with definitions, and what their hosts will silently ignore."""
