"""The one table of weights: the rule adds them up and ``/redes/como-recomendamos/`` prints them."""

from __future__ import annotations

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _


class Peso(NamedTuple):
    """How many points a fact gives (or takes), at most ``tope`` in all (None: no limit), and its sentence."""

    puntos: int
    tope: int | None
    hecho: str

    def por(self, veces: int) -> int:
        """Give the points of a fact that happens so many times."""
        puntos = self.puntos * veces
        return puntos if self.tope is None else min(puntos, self.tope)


PESOS: dict[str, Peso] = {
    "tema": Peso(4, None, _("Cada tema suyo en el que trabaja")),
    "primer_tema": Peso(2, None, _("El primer tema de su ficha, que suele ser el principal, es suyo")),
    "solo_sus_temas": Peso(3, None, _("Todos los temas en los que trabaja son suyos")),
    "modalidad": Peso(2, None, _("Cada modalidad que usted ya empezó y para la que sirve")),
    "ods": Peso(1, 3, _("Cada Objetivo de Desarrollo Sostenible de sus temas al que apunta")),
    "lugar": Peso(4, None, _("Su propio texto dice que es para territorios como el suyo (frontera, región …)")),
    "frontera": Peso(
        3, None, _("Es la cooperación de un país con el que usted limita, o es para la frontera de su departamento")
    ),
    "hermanado": Peso(4, None, _("Es cooperación de un país donde usted ya tiene una ciudad hermana")),
    "vecino": Peso(3, 6, _("Cada municipio vecino suyo que ya está")),
    "departamento": Peso(2, 6, _("Cada municipio de su departamento que ya está (sin contar vecinos)")),
    "categoria": Peso(1, 3, _("Cada territorio de su misma categoría que ya está")),
    "en_colombia": Peso(3, None, _("Tiene sede en Colombia")),
    "por_la_fcm": Peso(1, None, _("También se llega por la asociación nacional, de la que usted ya hace parte")),
    "sin_cuota": Peso(2, None, _("No cobra cuota, según el directorio")),
    "espanol": Peso(1, None, _("Trabaja en español")),
    "verificada": Peso(5, None, _("Alguien leyó una fuente que respalda sus datos")),
    "cuota": Peso(-2, None, _("Cobra cuota")),
    "cuota_pequeno": Peso(-3, None, _("Cobra cuota y usted es de categoría 4, 5 o 6 (se suma a la anterior)")),
    "otra_lengua": Peso(-3, None, _("No consta que trabaje en español")),
    "mas_grandes": Peso(
        -5, None, _("Usted es de categoría 4, 5 o 6 y los que conocemos allí son de categorías mayores")
    ),
    "sin_actividad": Peso(-5, None, _("No consta actividad reciente")),
    "declaratoria": Peso(
        -8, None, _("Pide una declaratoria de bien de interés cultural, y el directorio no sabe si usted la tiene")
    ),
    "reparo": Peso(-4, None, _("Su propio texto pone una condición difícil (por invitación, entre gobiernos …)")),
}

RECORDATORIO = 6  # points from which a call is told by e-mail to a territory
CRUCES_PARA_RECORDAR = 1  # … and themes it must share at least

GRAN_CIUDAD = 1_000_000  # inhabitants from which «grandes ciudades» includes a territory: a criterion of ours
PUEBLO = 50_000  # inhabitants up to which «pueblos rurales» and «municipios pequeños» include it
INTERMEDIA = 50_000  # inhabitants from which «ciudades intermedias» includes it
