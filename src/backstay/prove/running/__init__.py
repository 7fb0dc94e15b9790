"""Running a proof: which trials there are, in which order, and what came of each."""
