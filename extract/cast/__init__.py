"""Who is who in one article: names, descriptions, pronouns."""
