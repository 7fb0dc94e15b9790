"""One run of all rules over a project: which files, what is kept, what is excused, what came."""
