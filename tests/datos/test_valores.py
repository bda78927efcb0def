"""A value written for a sheet comes back the same, and no sheet runs it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fcm_portal.datos.valores import canonico, con_apostrofo, separar, sin_apostrofo, unir


@pytest.mark.parametrize(
    ("texto", "escrito"),
    [
        ("=1+1", "'=1+1"),
        ("+57", "'+57"),
        ("-x", "'-x"),
        ("@a", "'@a"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'tis", "'tis"),
        ("'", "'"),
        ("", ""),
        ("a=1", "a=1"),
    ],
)
def test_what_a_sheet_would_run_gets_one_apostrophe(texto, escrito):
    assert con_apostrofo(texto) == escrito
    assert sin_apostrofo(escrito) == texto


@given(st.text(alphabet="'=+-@\t\n\r a;\\ñ0", max_size=12))
def test_every_text_comes_back(texto):
    limpio = canonico(texto)
    assert sin_apostrofo(con_apostrofo(limpio)) == limpio
    assert not con_apostrofo(limpio).lstrip().startswith(("=", "+", "-", "@"))


@given(st.lists(st.text(alphabet="';\\=a \n", max_size=6), max_size=4))
def test_every_list_comes_back(lista):
    limpia = canonico(lista)
    assert separar(sin_apostrofo(con_apostrofo(unir(limpia)))) == limpia
