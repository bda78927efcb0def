"""What the directory needs to know of a territory to say which networks and agencies suit it."""

from __future__ import annotations

from diagnostico.cuestionario import contenido_de
from diagnostico.models import Diagnostico
from diagnostico.resultado import resultado
from redes.afinidad import Perfil
from redes.models import Membresia
from territorio.models import Territorio


def perfil(territorio: Territorio, diagnostico: Diagnostico | None = None) -> Perfil:
    """Build the profile from a diagnostic (by default the newest closed one, else the open one).

    Modalities are those begun (level 1 or more). ODS are those of the chosen themes.
    """
    if diagnostico is None:
        candidatos = territorio.diagnosticos.select_related("territorio__departamento")
        diagnostico = candidatos.cerrados().first() or candidatos.abiertos().first()
    temas: frozenset[str] = frozenset()
    modalidades: frozenset[str] = frozenset()
    ods: frozenset[int] = frozenset()
    if diagnostico is not None:
        dado = resultado(diagnostico)
        temas = frozenset(tema["slug"] for tema in dado["temas"])
        modalidades = frozenset(m["slug"] for m in dado["modalidades"] if m["nivel"] and not m["transversal"])
        ods = frozenset(n for tema in contenido_de(diagnostico).temas if tema.slug in temas for n in tema.ods)
    return Perfil(
        temas=temas,
        modalidades=modalidades,
        ods=ods,
        categoria=territorio.categoria_actual,
        poblacion=territorio.poblacion,
        frontera=frozenset(territorio.limita_pais),
        es_asociacion=territorio.es_asociacion,
        ya_tiene=frozenset(Membresia.objects.filter(territorio=territorio).values_list("entrada_id", flat=True)),
    )
