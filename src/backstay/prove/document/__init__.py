"""Document: the OpenAPI document of a running subject, read for what it promises."""
