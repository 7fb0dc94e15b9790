"""The report of a proof: canonical JSON, one page to read, and one honest sentence."""
