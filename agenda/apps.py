"""Django registration of this floor."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Floor 6: the Agenda Estratégica, its review, versions and publication."""

    name = "agenda"
    verbose_name = "Agenda Estratégica"

    def ready(self) -> None:
        """Tell the floor below which themes are public (it may not look up here); listen to who is forgotten."""
        from agenda.encargos import limpieza  # noqa: F401
        from agenda.publicado.publicacion import temas_publicados
        from diagnostico import vecinos

        vecinos.registrar(temas_publicados)
