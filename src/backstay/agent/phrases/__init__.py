"""A closed set of sentences, English and French, read as changes of a contract."""
