"""The calls of the directory, open and closed."""

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
from redes.models import Convocatoria

COLUMNAS = (
    Columna("slug", TEXTO, _("Identificador de la convocatoria.")),
    Columna("titulo", TEXTO, _("Título.")),
    Columna("entrada", TEXTO, _("Quién convoca: su identificador en el directorio."), campo="entrada_id"),
    Columna("convoca", TEXTO, _("Quién convoca, cuando no está en el directorio.")),
    Columna("descripcion", TEXTO, _("Qué ofrece.")),
    Columna("abre", FECHA, _("Primer día para presentarse.")),
    Columna("cierra", FECHA, _("Último día para presentarse. Vacía: sin fecha de cierre.")),
    Columna("enlace", DIRECCION, _("Página de la convocatoria.")),
    Columna("quienes", TEXTO, _("Quién puede presentarse.")),
    Columna("requisitos", TEXTO, _("Qué piden.")),
    Columna("monto", ENTERO, _("Monto que ofrece."), _("unidades enteras de la moneda")),
    Columna("moneda", TEXTO, _("Moneda del monto: código de tres letras (ISO 4217)."), fuente="ISO 4217"),
    Columna("monto_nota", TEXTO, _("Aclaración sobre el monto.")),
    Columna("categorias", LISTA, _("Categorías de la Ley 617 que admite. Vacía: cualquiera.")),
    Columna("departamentos", LISTA, _("Códigos de los departamentos que admite. Vacía: cualquiera."), fuente="DANE"),
    Columna("poblacion_maxima", ENTERO, _("Hasta cuántos habitantes admite."), _("habitantes")),
    Columna("temas", LISTA, _("Temas de la guía.")),
    Columna("modalidades", LISTA, _("Modalidades de la guía.")),
    Columna("ods", LISTA_DE_ENTEROS, _("Objetivos de Desarrollo Sostenible, por número.")),
    Columna("idiomas", LISTA, _("Idiomas en que se presenta la propuesta: códigos de dos letras (ISO 639-1).")),
    Columna("fuente", TEXTO, _("Documento o sitio que se leyó.")),
    Columna("verificado", SI_NO, _("Si alguien leyó la convocatoria en su fuente.")),
    Columna("verificado_en", FECHA, _("Día en que se leyó.")),
    Columna("verificado_por", TEXTO, _("Oficina o equipo que la leyó; nunca una persona.")),
    columna_demostracion(_("«si» cuando la convocatoria es un ejemplo y no existe.")),
    columna_huella(),
)


CONJUNTO = conjunto_de(
    Convocatoria.objects.all,
    COLUMNAS,
    slug="convocatorias",
    titulo=_("Convocatorias"),
    que_es=_("Lo que ofrecen redes, agencias y otras entidades hasta un día, y a quién."),
    fila_es=_("una convocatoria"),
    fuente=_("Federación Colombiana de Municipios; la columna «fuente» dice qué se leyó para cada fila."),
    claves=(_("convocatorias"), _("financiación"), _("municipios")),
    se_carga=True,
)
