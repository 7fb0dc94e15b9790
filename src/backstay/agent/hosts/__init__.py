"""Installs Backstay with hosts of coding agents, and takes itself out again without a trace."""
