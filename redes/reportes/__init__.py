"""Errors that anyone reports on the directory, and how the FCM attends them."""
