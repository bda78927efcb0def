"""The two-sided registers: a territory files its twinnings and memberships, the FCM confirms them."""
