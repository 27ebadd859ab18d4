"""Statements → RDF: the store, its questions, networks, pages and files."""
