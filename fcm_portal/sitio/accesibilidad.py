"""What the accessibility statement says, as data: when it was reviewed, what was checked and how, what still lacks.

Whoever reviews the portal again changes the date and the lists here; the page never says «today».
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REVISADA_EL = dt.date(2026, 11, 22)


@dataclass(frozen=True)
class Revision:
    """Something that was checked: what, and how."""

    que: str | Promise
    como: str | Promise


@dataclass(frozen=True)
class Brecha:
    """Something known to lack: whom it may stop, and what that person can do meanwhile."""

    que: str | Promise
    mientras: str | Promise


REVISIONES = (
    Revision(
        _("Cada página y cada uno de sus estados"),
        _(
            "Con el programa axe, en un navegador Chromium: en tamaño de teléfono con el esquema claro y de computador "
            "con el oscuro. Se repite cada vez que cambia el portal, y un solo error detiene el cambio."
        ),
    ),
    Revision(
        _("Teclado"),
        _(
            "El trabajo completo, desde entrar hasta publicar la agenda, solo con teclado: se llega a cada control, "
            "el foco se ve y nada lo tapa."
        ),
    ),
    Revision(
        _("Pantallas angostas y letra ampliada"),
        _(
            "A 320 píxeles, que equivalen a ampliar al 400 %, y con más espacio entre letras y renglones: no hay que "
            "desplazarse hacia los lados."
        ),
    ),
    Revision(
        _("Tamaño de lo que se toca"),
        _("Botones y campos de 44 píxeles en pantallas táctiles, y ningún otro control de menos de 24."),
    ),
    Revision(
        _("Lector de pantalla"),
        _(
            "Se leyó lo que el navegador le entrega a un lector: nombres, orden, títulos, tablas y avisos. Se hizo en "
            "el inicio, el diagnóstico, la agenda y la revisión. Todavía no se oyó con un lector real."
        ),
    ),
    Revision(
        _("Gráficas y mapas"), _("Cada uno tiene nombre, y los mismos datos están al lado en una tabla o una lista.")
    ),
)

BRECHAS = (
    Brecha(
        _("Ninguna persona con discapacidad ha probado todavía el portal."),
        _("Si algo le impide usarlo, escríbanos: su caso va primero."),
    ),
    Brecha(
        _("No se ha probado con los lectores NVDA, JAWS, TalkBack ni VoiceOver, ni en otro navegador que Chromium."),
        _("Todo funciona también sin JavaScript, con formularios sencillos. Cuéntenos qué lector usa y qué oyó."),
    ),
    Brecha(
        _(
            "El PDF de una agenda lleva etiquetas para los lectores de pantalla (norma PDF/UA-1). Las pruebas miran su "
            "título, su idioma y su estructura, pero ninguna persona lo ha revisado con un lector."
        ),
        _("La página pública de cada agenda dice lo mismo que su PDF. También se baja como hoja de cálculo."),
    ),
    Brecha(
        _("Los documentos que suben los municipios, como actas y convenios, pueden ser imágenes escaneadas sin texto."),
        _("Escríbanos cuál necesita y le pedimos al municipio una versión que se pueda leer."),
    ),
    Brecha(
        _("No hay contenido en Lengua de Señas Colombiana ni en lenguas nativas."),
        _("Los textos son cortos y están en español sencillo. El glosario explica los términos de la guía."),
    ),
    Brecha(
        _("Los sitios de otras entidades a los que llevan algunos enlaces pueden no ser accesibles."),
        _("En cada entrada del directorio está el resumen de lo que ofrece esa entidad."),
    ),
)
