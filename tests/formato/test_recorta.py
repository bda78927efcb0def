"""A text cut short reads as Django's own filter would leave it."""

import pytest
from django.template.defaultfilters import truncatechars

from formato.templatetags.formato import recorta


@pytest.mark.parametrize("texto", ["", "Ñandú", "a" * 60, "ñ" * 61, "Una misión comercial a Pamplona Iruña " * 5])
def test_it_cuts_as_truncatechars(texto):
    assert recorta(texto, 60) == truncatechars(texto, 60)
    assert len(recorta(texto, 60)) <= 60
