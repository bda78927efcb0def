"""Floor 1: how anything leaves: PDF, SVG charts, spreadsheets."""
