"""How an agenda leaves: PDF, workbook, word processor, JSON Schema; each from the frozen document."""
