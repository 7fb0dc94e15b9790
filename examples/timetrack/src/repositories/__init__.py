"""Every query; rows are read as far as the caller may see them."""
