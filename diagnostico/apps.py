"""Django registration of this floor."""

from django.apps import AppConfig


class DiagnosticoConfig(AppConfig):
    """Floor 5: the seven-step diagnostic, its score and what it suggests."""

    name = "diagnostico"
    verbose_name = "Diagnóstico"

    def ready(self):
        """Listen to who enters and who is forgotten."""
        from diagnostico.autodiagnostico import conservar  # noqa: F401
