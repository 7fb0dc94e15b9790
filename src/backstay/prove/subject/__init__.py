"""The subject: the backend under proof, in a process and on a database of its own."""
