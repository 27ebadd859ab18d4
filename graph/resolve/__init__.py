"""Who is who across articles: judgements on names, what they do to the graph, and the rules that propose them."""
