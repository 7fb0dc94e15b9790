"""ASY: what must not block the event loop."""
