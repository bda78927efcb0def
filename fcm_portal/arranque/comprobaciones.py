"""What must hold before the portal serves: no demonstration record where the mode does not allow them."""

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, Tags, register
from django.core.exceptions import FieldDoesNotExist, ImproperlyConfigured
from django.db import connection


def registros_de_demostracion() -> list[str]:
    """Give the models that hold demonstration records, by label; tables not yet migrated hold none."""
    with connection.cursor() as cursor:
        tablas = set(connection.introspection.table_names(cursor))
    encontrados = []
    for modelo in apps.get_models():
        if hasattr(modelo, "pgh_tracked_model"):
            continue  # the audit keeps what was removed
        try:
            modelo._meta.get_field("es_demostracion")
        except FieldDoesNotExist:
            continue
        if modelo._meta.db_table in tablas and modelo._base_manager.filter(es_demostracion=True).exists():
            encontrados.append(modelo._meta.label)
    return encontrados


def exigir_sin_demostracion() -> None:
    """Refuse to start (``ImproperlyConfigured``) when demonstration records live where they are not allowed."""
    if settings.PORTAL_DEMOSTRACION:
        return
    encontrados = registros_de_demostracion()
    connection.close()
    if encontrados:
        raise ImproperlyConfigured(
            f"La base de datos tiene registros de demostración ({', '.join(encontrados)}): "
            "el modo produccion no arranca con ellos."
        )


@register(Tags.security, deploy=True)
def sin_demostracion(app_configs, **kwargs) -> list[Error]:
    """Tell the same to ``manage.py check --deploy``."""
    try:
        exigir_sin_demostracion()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="fcm_portal.E001")]
    return []
