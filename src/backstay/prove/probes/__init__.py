"""Probes: checks that speak HTTP with a running subject; each file proves one word."""
