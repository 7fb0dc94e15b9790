"""What the code of a project says, read without running it: the only source that is believed."""
