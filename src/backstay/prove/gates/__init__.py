"""Gates: the project's own tools, run on request; what could not run is unproven, never green."""
