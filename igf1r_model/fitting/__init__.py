"""Fitting constants to published numbers: the problem, its evaluation, the search, and what the data determine."""
