"""Load: requests at the contract's rate, from many people, timed from when they were due."""
