"""Files → articles: formats, encodings, fields, and what of a text is the article."""
