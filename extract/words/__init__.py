"""Word lists that more than one room reads: names and roles, and nouns and verbs by what they govern."""
