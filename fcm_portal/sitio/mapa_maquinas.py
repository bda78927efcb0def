"""``/sitemap.xml``: an index, and one list a kind of page, so that none is slow to draw."""

from __future__ import annotations

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from agenda.models import Agenda
from fcm_portal.sitio.mapa_sitio import SECCIONES
from guia.catalogo import catalogo
from redes.models import Convocatoria, Entrada, Hermanamiento
from territorio.models import Territorio

POR_LISTA = 200  # addresses of one list: about 40 ms of CPU


class Paginas(Sitemap):
    """Pages with an address of their own."""

    def items(self) -> list[str]:
        """Give the addresses worth finding from outside."""
        return [pagina.url for seccion in SECCIONES for pagina in seccion.paginas if pagina.indexable]

    def location(self, item: str) -> str:
        """Give the address itself."""
        return item


class Guia(Sitemap):
    """The parts of the guide."""

    def items(self) -> list[str]:
        """Give the slugs of the blocks."""
        return list(catalogo().bloques)

    def location(self, item: str) -> str:
        """Give the page of a block."""
        return reverse("guia_bloque", args=[item])


class Territorios(Sitemap):
    """The public pages of territories."""

    limit = POR_LISTA

    def items(self):
        """Give the codes of territories in force."""
        return Territorio.objects.con_agenda().order_by("codigo").values_list("codigo", flat=True)

    def location(self, item: str) -> str:
        """Give the page of a territory."""
        return reverse("territorio_publico", args=[item])


class Agendas(Sitemap):
    """The published agendas, with the day in which the version in force was approved."""

    limit = POR_LISTA

    def items(self):
        """Give territory, period and moment of approval of what is public."""
        return (
            Agenda.objects.publicadas()
            .order_by("pk")
            .values_list("territorio_id", "periodo_id", "publicada__aprobada_en")
        )

    def location(self, item: tuple) -> str:
        """Give the page of the version in force."""
        return reverse("agenda_publica", args=item[:2])

    def lastmod(self, item: tuple):
        """Give the moment of approval."""
        return item[2]


class Directorio(Sitemap):
    """The entries of the directory."""

    limit = POR_LISTA

    def items(self):
        """Give the slugs."""
        return Entrada.objects.order_by("pk").values_list("pk", flat=True)

    def location(self, item: str) -> str:
        """Give the page of an entry."""
        return reverse("red", args=[item])


class Convocatorias(Sitemap):
    """The calls that have not closed."""

    limit = POR_LISTA

    def items(self):
        """Give the slugs."""
        return Convocatoria.objects.abiertas().order_by("pk").values_list("slug", flat=True)

    def location(self, item: str) -> str:
        """Give the page of a call."""
        return reverse("convocatoria", args=[item])


class Hermanamientos(Sitemap):
    """The twinnings that anyone may read."""

    limit = POR_LISTA

    def items(self):
        """Give the slugs."""
        return Hermanamiento.objects.publicos().order_by("pk").values_list("pk", flat=True)

    def location(self, item: str) -> str:
        """Give the page of a twinning."""
        return reverse("hermanamiento", args=[item])


MAPAS = {
    "paginas": Paginas,
    "guia": Guia,
    "territorios": Territorios,
    "agendas": Agendas,
    "redes": Directorio,
    "convocatorias": Convocatorias,
    "hermanamientos": Hermanamientos,
}
