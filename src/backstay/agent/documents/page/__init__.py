"""A document as text: Markdown, and the sealed sections that Backstay keeps in it."""
