"""What a server is made of: the protocol, snapshots of the graph, worker processes, and the start page."""
