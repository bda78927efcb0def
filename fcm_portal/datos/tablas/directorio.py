"""The directory: networks, agencies and the national programmes that the guide names."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fcm_portal.datos.columna import (
    DIRECCION,
    ENTERO,
    FECHA,
    LISTA,
    LISTA_DE_ENTEROS,
    SI_NO,
    TEXTO,
    Columna,
)
from fcm_portal.datos.consultas import columna_demostracion, columna_huella, conjunto_de
from redes.models import Clase, Entrada, EstadoEntrada

HABITANTES = _("habitantes")
CRITERIO = _("criterio de quien hizo la tabla")
COLUMNAS = (
    Columna("slug", TEXTO, _("Identificador de la entrada. No cambia y es el final de su dirección en el portal.")),
    Columna("clase", TEXTO, _("Qué es: red, agencia o programa nacional citado en la guía."), valores=(*Clase.values,)),
    Columna("nombre", TEXTO, _("Nombre en español.")),
    Columna("sigla", TEXTO, _("Sigla o nombre corto.")),
    Columna("nombre_en", TEXTO, _("Nombre en inglés o en su idioma.")),
    Columna("otros_nombres", LISTA, _("Otras siglas y nombres con los que se conoce.")),
    Columna("tipo", TEXTO, _("Tipo de agencia: nacional, bilateral, multilateral, ong o gremio.")),
    Columna("ambito", TEXTO, _("Alcance de la red: mundial, iberoamericano, latinoamericano, andino, nacional…")),
    Columna("anio_fundacion", ENTERO, _("Año en que se fundó."), _("año")),
    Columna("sede_ciudad", TEXTO, _("Ciudad de la sede.")),
    Columna("sede_pais", TEXTO, _("País de la sede: código de dos letras (ISO 3166-1)."), fuente="ISO 3166-1"),
    Columna("sitio_web", DIRECCION, _("Página oficial.")),
    Columna("descripcion", TEXTO, _("Qué es y qué ofrece.")),
    Columna("requisitos", TEXTO, _("Cómo se ingresa.")),
    Columna("convocatorias_nota", TEXTO, _("Qué convocatorias suele hacer.")),
    Columna("cuota", TEXTO, _("Si cobra cuota: si, no o desconocido. Vacía: no se sabe.")),
    Columna("cuota_nota", TEXTO, _("Cuánto cuesta.")),
    Columna("poblacion_minima", ENTERO, _("Desde cuántos habitantes admite."), HABITANTES),
    Columna("poblacion_maxima", ENTERO, _("Hasta cuántos habitantes admite."), HABITANTES),
    Columna(
        "categorias", LISTA, _("Categorías de la Ley 617 que admite: especial (ESP) o de 1 a 6. Vacía: cualquiera.")
    ),
    Columna("miembros_colombia", LISTA, _("Miembros en Colombia que se conocen. Vacía no quiere decir ninguno.")),
    Columna("temas", LISTA, _("Temas de la guía en que trabaja."), fuente=CRITERIO),
    Columna("modalidades", LISTA, _("Modalidades de la guía a que sirve."), fuente=CRITERIO),
    Columna("ods", LISTA_DE_ENTEROS, _("Objetivos de Desarrollo Sostenible, por número."), fuente=CRITERIO),
    Columna("idiomas", LISTA, _("Idiomas en que trabaja: códigos de dos letras (ISO 639-1).")),
    Columna("estado", TEXTO, _("Si funciona hoy: activa, inactiva o desconocido."), valores=(*EstadoEntrada.values,)),
    Columna("nota_historica", TEXTO, _("Qué cambió: por qué terminó, quién siguió.")),
    Columna(
        "reemplazada_por", TEXTO, _("Identificador de la entrada que hace hoy lo mismo."), campo="reemplazada_por_id"
    ),
    Columna("fuente", TEXTO, _("Documento o sitio que se leyó.")),
    Columna("verificado", SI_NO, _("Si alguien leyó una fuente que respalda lo principal de la fila.")),
    Columna("verificado_en", FECHA, _("Día en que se leyó.")),
    Columna("verificado_por", TEXTO, _("Oficina o equipo que la leyó; nunca una persona.")),
    columna_demostracion(_("«si» cuando la fila es un ejemplo y no existe.")),
    columna_huella(),
)


CONJUNTO = conjunto_de(
    Entrada.objects.all,
    COLUMNAS,
    slug="directorio",
    titulo=_("Directorio de redes y agencias"),
    que_es=_("Redes de ciudades, agencias de cooperación y programas nacionales con los que trabaja un municipio."),
    fila_es=_("una red, una agencia o un programa"),
    fuente=_("Curaduría del directorio; la columna «fuente» dice qué se leyó para cada fila."),
    claves=(_("cooperación internacional"), _("redes de ciudades"), _("municipios")),
    se_carga=True,
)
