"""FIT: size, complexity, and code that is finished."""
