"""The country as dots: its territories, their four public states, and the threads that leave it."""
