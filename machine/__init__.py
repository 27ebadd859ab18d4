"""The machine that all of it runs on: work shared among processes, memory given back."""
