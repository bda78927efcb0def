"""Links of the directory, tried politely: how one is reached, what its answer means, whose turn it is, what is kept."""
