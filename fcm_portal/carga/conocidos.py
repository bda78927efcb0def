"""What a reference may point to: what is already stored, plus what the files being read bring."""

from __future__ import annotations

from collections import defaultdict

from guia.models import Ficha, IndicadorSugerido, MetaOds, Ods
from redes.models import Entrada
from territorio.models import Territorio


def de_la_base() -> dict[str, set]:
    """Give, by kind, the keys already stored; each reader adds its own."""
    conocidos: dict[str, set] = defaultdict(set)
    bloques = {"temas": "temas", "modalidades": "modalidades", "gobernanza": "modalidades"}
    for bloque, slug in Ficha.objects.filter(bloque__slug__in=bloques).values_list("bloque__slug", "slug"):
        conocidos[bloques[bloque]].add(slug)
    for tipo, modelo in {
        "territorios": Territorio,
        "entradas": Entrada,
        "ods": Ods,
        "metas": MetaOds,
        "indicadores": IndicadorSugerido,
    }.items():
        conocidos[tipo].update(modelo.objects.values_list("pk", flat=True))
    return conocidos
