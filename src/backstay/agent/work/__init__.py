"""The orchestrator: plans, lets specialists work, believes nothing that the tree contradicts."""
