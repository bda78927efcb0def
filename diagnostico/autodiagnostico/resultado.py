"""What the result of a self-check shows, whether its answers come from an address or from an account."""

from __future__ import annotations

from django.utils.translation import gettext as _

from diagnostico.autodiagnostico import expres, tres
from diagnostico.autodiagnostico.lectura import Lectura
from diagnostico.models import AccionSugerida
from diagnostico.puntaje import Puntaje
from diagnostico.resultado import regla
from informes.graficas import radar
from territorio.models import Territorio

CATEGORIAS_PEQUENAS = ("4", "5", "6")
ENLACE_COMPARTIDO, FRONTERA = "enlace-compartido", "cooperacion-fronteriza"  # actions for some territories only


def contexto_resultado(lectura: Lectura) -> dict:
    """Give what the result shows, of the address or of a kept self-check. One query, for the actions."""
    contenido, alcance, respuestas = lectura.contenido, lectura.alcance, lectura.respuestas
    puntaje = expres.calcular(contenido, alcance, respuestas)
    slugs = tres.acciones_posibles(contenido, respuestas) | {ENLACE_COMPARTIDO, FRONTERA}
    acciones = list(AccionSugerida.objects.filter(slug__in=slugs))
    pasos = [
        {"titulo": paso.titulo, "orden": paso.orden, "verbo": paso.verbo, "puntaje": dado.mostrado, "slug": paso.slug}
        for paso, dado in zip(contenido.pasos, puntaje.pasos, strict=True)
        if dado.mostrado is not None
    ]
    return {
        "lectura": lectura,
        "puntaje": puntaje,
        "direccion": lectura.url("autodiagnostico_resultado"),
        "mensaje": mensaje(lectura, puntaje),
        "pasos": pasos,
        "radar": radar([(p["verbo"], p["puntaje"]) for p in pasos], _("Puntaje de cada paso, de 0 a 100")),
        "fuertes": expres.fuertes(contenido, alcance, respuestas),
        "tres": tres.tres_siguientes(contenido, alcance, puntaje, respuestas, acciones),
        "regla_tres": tres.regla(),
        "regla": regla(contenido.niveles),
        "modalidades": [modalidad for modalidad in contenido.modalidades if not modalidad.transversal],
        "del_territorio": [a for a in acciones if _sirve(a.slug, lectura.territorio)],
    }


def mensaje(lectura: Lectura, puntaje: Puntaje) -> str:
    """Give the sentence with which a result is shared."""
    quien = str(lectura.territorio) if lectura.territorio else _("Mi municipio")
    if puntaje.total is None:
        return _("Autodiagnóstico de internacionalización municipal")
    datos = {"quien": quien, "total": puntaje.total, "nivel": puntaje.nivel.nombre}
    return _("%(quien)s: %(total)d de 100 (%(nivel)s) en el autodiagnóstico de internacionalización") % datos


def _sirve(slug: str, territorio: Territorio | None) -> bool:
    """Say whether an action is shown for what is known of the town: small category, border with another country."""
    if territorio is None or territorio.es_asociacion:
        return False
    if slug == ENLACE_COMPARTIDO:
        return territorio.categoria_actual in CATEGORIAS_PEQUENAS
    return slug == FRONTERA and bool(territorio.limita_pais)
