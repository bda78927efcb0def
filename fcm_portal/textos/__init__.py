"""The texts of the guide as the FCM keeps them: which to look at, how they are edited, what they said before."""
