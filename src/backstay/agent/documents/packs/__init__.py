"""What a phase hands over: the design before the code, the error strategy, the release."""
