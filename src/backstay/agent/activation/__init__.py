"""Activation: which specialist a task wakes, by a score that anybody can follow."""
