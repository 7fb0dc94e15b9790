"""Backstay for coding agents over the Model Context Protocol: thirteen typed tools."""
