"""What must hold in a contract beyond the shape of its words; one concern is one module."""
