"""Bad input: what clients should never send, sent to every operation, with the exact answer due.

The tables speak HTTP only: a subject is an address, its OpenAPI document and somebody signed in.
"""
