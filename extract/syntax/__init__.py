"""A sentence's tree: phrases, clauses, and mends of what the parser misread."""
