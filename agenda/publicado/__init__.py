"""What is public of an agenda: which version is in force, its page, its picture, its files, its history."""
