"""ERR: what is caught, what is raised, how long one waits."""
