"""Three calls that do not exist, of an entity that does not exist: one open, one to open, one closed."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localdate

from redes.models import Convocatoria

CONVOCA = "Entidad ficticia de demostración"
FUENTE = "Convocatoria inventada para mostrar el portal: no existe."
# slug → (título, abre y cierra en días desde hoy, lo demás)
FICTICIAS = {
    "demostracion-semillas-de-turismo": (
        "Semillas de turismo con patrimonio (convocatoria ficticia)", -20, 25,
        {
            "descripcion": "Apoyo inventado para que un municipio prepare una ruta turística con su patrimonio.",
            "quienes": "Municipios de categorías 3 a 6, solos o con sus vecinos.",
            "requisitos": "Carta de la alcaldía.\nUna página que cuente la idea.\nUn aliado local.",
            "categorias": ["3", "4", "5", "6"], "monto": 50_000_000, "moneda": "COP", "monto_nota": "por municipio",
            "temas": ["promocion-turismo", "patrimonio-cultural"], "modalidades": ["marketing-territorial"],
            "ods": [8, 11],
        },
    ),
    "demostracion-ciudades-que-aprenden": (
        "Ciudades que aprenden juntas (convocatoria ficticia)", 15, 60,
        {
            "descripcion": "Intercambio inventado entre equipos municipales de educación y desarrollo urbano.",
            "quienes": "Cualquier municipio, distrito o asociación.",
            "requisitos": "Dos personas que viajen y un compromiso de compartir lo aprendido.",
            "monto": 12_000, "moneda": "EUR", "monto_nota": "en pasajes y estadía, no en dinero",
            "temas": ["educacion", "desarrollo-urbano"], "modalidades": ["cooperacion-descentralizada"], "ods": [4, 11],
        },
    ),
    "demostracion-agua-entre-vecinos": (
        "Agua entre vecinos (convocatoria ficticia)", -90, -12,
        {
            "descripcion": "Asistencia técnica inventada para municipios que comparten una cuenca.",
            "quienes": "Dos o más municipios vecinos.",
            "requisitos": "Un acuerdo entre los municipios.",
            "temas": ["medio-ambiente-sostenible"], "modalidades": ["cooperacion-descentralizada"], "ods": [6, 13],
        },
    ),
}  # fmt: skip


def crear(hoy: dt.date | None = None) -> None:
    """Make the three; their days are counted from today."""
    hoy = hoy or localdate()
    for slug, (titulo, abre, cierra, datos) in FICTICIAS.items():
        Convocatoria.objects.get_or_create(
            slug=slug,
            defaults={
                "titulo": titulo, "convoca": CONVOCA, "abre": hoy + dt.timedelta(days=abre),
                "cierra": hoy + dt.timedelta(days=cierra), "idiomas": ["es"], "fuente": FUENTE,
                "es_demostracion": True, **datos,
            },
        )  # fmt: skip
