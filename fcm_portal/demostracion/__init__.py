"""Demonstration data: accounts, two worked examples and thirty more territories, all marked as such."""

from fcm_portal.demostracion.cargar import PAMPLONA, cargar

__all__ = ["PAMPLONA", "cargar"]
