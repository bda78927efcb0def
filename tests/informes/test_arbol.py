"""A printed page is read the fast way and the tree is the one that any browser would make."""

import pytest
import tinyhtml5
from weasyprint import HTML

from agenda.models import Impreso
from agenda.salidas.pdf import html_y_pdf
from informes.papel.arbol import Impresa, leer
from informes.papel.pdf import BASE, lector
from tests.documento.fabricas import hacer_agenda, hacer_version

XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"


def aplanar(raiz):
    """Give the tags, attributes and texts in order; blanks around ``head`` and ``body`` are nobody's."""
    raiz.text = raiz[0].tail = raiz[1].tail = raiz[1][-1].tail = None
    return [
        (uno.tag, {k: v for k, v in uno.attrib.items() if k != XMLNS}, uno.text or "", uno.tail or "")
        for uno in raiz.iter()
    ]


@pytest.mark.django_db
@pytest.mark.datos("nada")
@pytest.mark.parametrize("edicion", ["completa", "minima", "resumen"])
def test_every_edition_is_well_formed_and_reads_as_in_a_browser(edicion):
    version = hacer_version(hacer_agenda(3, veneno="<b>&amp; \"'>] \u202eאבג\u202c 🌎"))
    html = html_y_pdf(version, impreso=Impreso(version=version, edicion=edicion))[0]
    rapido = leer(html)
    assert rapido is not None
    assert aplanar(rapido) == aplanar(tinyhtml5.parse(html, namespace_html_elements=False))


def test_what_is_not_well_formed_is_read_all_the_same():
    html = "<html lang=es-CO><head><title>x</title></head><body><p>uno<p>dos</body></html>"
    assert leer(html) is None
    assert [uno.text for uno in Impresa(html, BASE, lector()).etree_element.iter("p")] == ["uno", "dos"]


def test_the_page_is_the_one_that_the_engine_draws_by_itself():
    html = (
        "<html><head><title>x</title></head><body><ol><li>uno<br>dos</li></ol><ul><li>tres</li></ul><q>cita</q>"
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></body></html>"
    )
    como = {"pdf_identifier": b"x", "pdf_variant": "pdf/a-3a"}
    suya = HTML(string=html, base_url=BASE, url_fetcher=lector()).write_pdf(**como)
    assert leer(html) is not None
    assert Impresa(html, BASE, lector()).write_pdf(**como) == suya
