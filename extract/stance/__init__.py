"""What is said of a statement: whether it happened, who says so, when and where."""
