"""What templates may see: names and ready-made words."""
