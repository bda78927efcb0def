"""What a public site owes its readers: site map, policies, accessibility statement, living style page."""
