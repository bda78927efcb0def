"""A worked example of the rule: a town and a network that do not exist, measured by the rule itself."""

from __future__ import annotations

from django.utils.translation import gettext as _

from guia.catalogo import catalogo
from redes.afinidad.candidatas import Candidata
from redes.afinidad.cuentas import Afinidad
from redes.afinidad.perfil import Miembro, Perfil
from redes.afinidad.regla import medir
from redes.models import Clase, EstadoEntrada

TEMAS = ("promocion-turismo", "patrimonio-cultural", "educacion")
OTRO = "desarrollo-economico-local"
MODALIDAD = "marketing-territorial"


def ejemplo() -> Afinidad:
    """Measure the invented network for the invented town."""
    guia = catalogo()
    nombres = {slug: uno.nombre for slug, uno in {**guia.temas, **guia.modalidades}.items()}
    pueblo = Perfil(
        temas=frozenset(TEMAS),
        modalidades=frozenset({MODALIDAD}),
        ods=frozenset({8, 11}),
        categoria="6",
        poblacion=12_000,
        departamento="00",
        vecinos=frozenset({"00002"}),
    )
    red = Candidata(
        slug="", clase=Clase.RED, tipo="", nombre=_("Red inventada de pueblos con historia"), sigla="",
        estado=EstadoEntrada.ACTIVA, verificado=True, es_demostracion=True, clave_busqueda="",
        temas=[TEMAS[0], TEMAS[1], OTRO], modalidades=[MODALIDAD, "redes-internacionales"], ods=[8, 11], idiomas=["es"],
        ambito="", sede_ciudad="", sede_pais="", descripcion="", requisitos="", convocatorias_nota="", cuota="si",
        categorias=[], poblacion_minima=None, poblacion_maxima=None, miembros_colombia=[],
    )  # fmt: skip
    estan = [Miembro("00002", _("Villa Inventada"), "00", "6"), Miembro("00003", _("San Inventado"), "00", "5")]
    return medir(pueblo, red, nombres, estan)
