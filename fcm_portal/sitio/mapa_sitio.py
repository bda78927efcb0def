"""The public pages of the portal by section: what ``/mapa-del-sitio/``, ``/sitemap.xml`` and the search say there is.

A public address that is neither here nor in ``FUERA`` fails ``tests/sitio/test_mapa.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Pagina:
    """A page with an address of its own: its name among the addresses, what it is called and what it is for."""

    nombre: str
    titulo: str | Promise
    texto: str | Promise = ""
    indexable: bool = True

    @property
    def url(self) -> str:
        """Give its address."""
        return reverse(self.nombre)


@dataclass(frozen=True)
class Seccion:
    """Pages under one heading. ``clave`` says which list of the data goes below them."""

    clave: str
    titulo: str | Promise
    paginas: tuple[Pagina, ...]


SECCIONES = (
    Seccion(
        "inicio",
        _("Para empezar"),
        (
            Pagina("portada", _("Inicio"), _("Qué es el portal, para quién es y el mapa del país.")),
            Pagina(
                "autodiagnostico",
                _("Autodiagnóstico exprés"),
                _("Quince minutos, sin cuenta: qué tan listo está su municipio y tres cosas para hacer."),
            ),
            Pagina("buscar", _("Buscar"), _("En territorios, agendas, redes y la guía."), indexable=False),
            Pagina("mapa_sitio", _("Mapa del sitio"), _("Todas las páginas públicas en una sola lista.")),
        ),
    ),
    Seccion(
        "territorios",
        _("Territorios y agendas"),
        (
            Pagina("territorios", _("Territorios"), _("Los municipios, distritos y asociaciones, y en qué van.")),
            Pagina("agendas", _("Agendas publicadas"), _("Lo que cada territorio ofrece al mundo y lo que busca.")),
            Pagina(
                "verificar",
                _("Verificar un documento"),
                _("Compruebe que un PDF es el que la Federación revisó."),
            ),
        ),
    ),
    Seccion(
        "redes",
        _("Redes y agencias"),
        (
            Pagina("redes", _("Directorio de redes y agencias"), _("Con quién se puede trabajar fuera del país.")),
            Pagina("convocatorias", _("Convocatorias"), _("Qué se ofrece hoy a los municipios, y hasta cuándo.")),
            Pagina("afinidad", _("Cómo recomendamos"), _("La regla con que el portal propone redes a cada municipio.")),
            Pagina("hermanamientos", _("Hermanamientos"), _("Quién está hermanado con quién, y en qué temas.")),
        ),
    ),
    Seccion(
        "guia",
        _("La guía"),
        (
            Pagina("guia", _("La guía «De cara al mundo»"), _("Los siete pasos, las modalidades y los consejos.")),
            Pagina("guia_imprimir", _("La guía para imprimir"), _("Toda en una página."), indexable=False),
            Pagina("glosario", _("Glosario"), _("Las palabras de la cooperación, en claro.")),
        ),
    ),
    Seccion(
        "cuenta",
        _("Su cuenta"),
        (
            Pagina("account_login", _("Entrar"), _("Con su correo y su clave."), indexable=False),
            Pagina("account_signup", _("Crear una cuenta"), _("Para trabajar en la agenda de su municipio.")),
            Pagina(
                "account_reset_password",
                _("Recuperar la clave"),
                _("Si olvidó su clave, le enviamos un enlace."),
                indexable=False,
            ),
        ),
    ),
    Seccion(
        "portal",
        _("Sobre este portal"),
        (
            Pagina("terminos", _("Términos de uso"), _("Qué puede hacer aquí y qué no ofrece el portal.")),
            Pagina("privacidad", _("Tratamiento de datos personales"), _("Qué guardamos, para qué, y sus derechos.")),
            Pagina("derechos_autor", _("Derechos de autor y licencias"), _("Qué puede copiar y cómo citarlo.")),
            Pagina(
                "datos",
                _("Datos abiertos"),
                _("Lo que el portal publica, en tablas para descargar, con diccionario y licencia."),
            ),
            Pagina("accesibilidad", _("Accesibilidad"), _("La norma que seguimos, lo que falta y a quién avisar.")),
        ),
    ),
)
# Public addresses that are no page to go to: what one of them is reached through is on the map.
FUERA = {
    "salud": "for machines",
    "datos_conjunto": "from the list of open data",
    "datos_archivo": "from the list of open data",
    "datos_catalogo": "from the list of open data",
    "datos_diccionario": "from the list of open data",
    "robots": "for machines",
    "manifiesto": "for machines",
    "sin_linea": "for machines",
    "favicon": "for machines",
    "sin_conexion": "shown when there is no line",
    "sitemap": "for machines",
    "sitemap_seccion": "for machines",
    "estilo": "for who builds the portal",
    "autodiagnostico_paso": "a step of the self-check",
    "autodiagnostico_municipio": "a step of the self-check",
    "autodiagnostico_resultado": "a step of the self-check",
    "guia_bloque": "in the list of the guide",
    "territorio_publico": "in the list of territories",
    "red": "in the list of the directory",
    "reportar": "from the page of what it is about",
    "hermanamiento": "in the register of twinnings",
    "convocatoria": "in the list of calls",
    "convocatorias_ics": "a file, from the list of calls",
    "convocatoria_ics": "a file, from the page of its call",
    "recordatorios": "from a mail, signed for one person",
    "agenda_publica": "in the list of agendas",
    "agenda_version": "from the page of its agenda",
    "agenda_version_plan": "from the page of its agenda",
    "agenda_publica_archivo": "from the page of its agenda",
    "agenda_version_archivo": "from the page of its agenda",
    "agenda_esquema": "from the JSON of an agenda",
    "agenda_tarjeta": "picture of an agenda for who shares it",
    "agenda_version_tarjeta": "picture of an agenda for who shares it",
    "verificar_huella": "from a document",
    "account_logout": "from the header",
    "account_inactive": "a step of entering",
    "account_email_verification_sent": "a step of making an account",
    "account_confirm_email": "from a mail",
    "account_reset_password_done": "a step of a forgotten password",
    "account_reset_password_from_key": "from a mail",
    "account_reset_password_from_key_done": "a step of a forgotten password",
}
