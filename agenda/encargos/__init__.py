"""What a person asks for and waits for: drafts and packages of PDF, made in the background and kept for a while."""
