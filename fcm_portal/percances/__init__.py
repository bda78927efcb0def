"""When something goes wrong: errors, maintenance, wrong addresses, hostile input."""
