"""A graph in a SPARQL 1.1 store that others share, reached over HTTP."""
