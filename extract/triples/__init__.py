"""Clauses and noun phrases → triples of words: one extractor a file."""
