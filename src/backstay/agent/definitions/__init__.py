"""Agent definitions of every host: read tolerantly, written losslessly, and looked over."""
