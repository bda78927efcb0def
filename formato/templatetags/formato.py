"""Template filters, loaded everywhere: pesos, numbers, dates, hours and countries in es-CO."""

from django import template

from formato import fechas, numeros, paises

register = template.Library()
register.filter("pesos", numeros.pesos)
register.filter("numero", numeros.numero)
register.filter("fecha_larga", fechas.fecha_larga)
register.filter("fecha_corta", fechas.fecha_corta)
register.filter("fecha_hora", fechas.fecha_hora)
register.filter("hora", fechas.hora)
register.filter("pais", paises.pais)
