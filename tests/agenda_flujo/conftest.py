"""The world of the flow."""

from tests.agenda_flujo.mundo import entrar, mover_a, mundo, plan, sin_faltantes  # noqa: F401
