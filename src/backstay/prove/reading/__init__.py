"""What rules are given: parsed sources, scripts and documents with their layer, and the tree."""
