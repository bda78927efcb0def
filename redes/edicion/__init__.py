"""The directory as the people of the FCM keep it true: what waits, and the screens where each thing is written."""
