"""Keeps the addresses already put together: a page asks for sixty, and the header's and the footer's never change."""

from functools import lru_cache

from django.urls import get_resolver

RECORDADAS = 4096  # addresses; the portal has about 150 patterns, and an agenda some hundred rows


def recordar() -> None:
    """Remember what each name and its arguments become. The patterns do not change while the process lives."""
    resolver = get_resolver()
    resolver._reverse_with_prefix = lru_cache(RECORDADAS, typed=True)(resolver._reverse_with_prefix)
