"""The way back: a downloaded table, corrected or not, read with patience, compared and written as a load is."""
