"""Backstay: contract in, production-grade backend out, every line proven."""

__version__ = "0.1.0"
