"""Texts of the guide keep their history; a note of today says where and when it was read."""

import django.db.models.deletion
from django.db import migrations, models


def primer_texto(apps, schema_editor):
    """Keep the text that each card and term has now: the first change would otherwise have nothing to return to."""
    for nombre in ("Ficha", "Termino"):
        modelo, eventos = apps.get_model("guia", nombre), apps.get_model("guia", f"{nombre}Event")
        campos = [campo.attname for campo in modelo._meta.concrete_fields]
        eventos.objects.bulk_create(
            eventos(pgh_label="insert", pgh_obj_id=fila["pk"], **{campo: fila[campo] for campo in campos})
            for fila in modelo.objects.values("pk", *campos)
        )


class Migration(migrations.Migration):

    dependencies = [
        ('guia', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.AddField(
            model_name='ficha',
            name='hoy_en',
            field=models.DateField(blank=True, null=True, verbose_name='día en que se leyó la fuente'),
        ),
        migrations.AddField(
            model_name='ficha',
            name='hoy_fuente',
            field=models.CharField(blank=True, max_length=500, verbose_name='fuente de la nota'),
        ),
        migrations.AlterField(
            model_name='ficha',
            name='hoy_verificado',
            field=models.BooleanField(blank=True, null=True, verbose_name='¿la nota está verificada?'),
        ),
        migrations.AlterField(
            model_name='termino',
            name='definicion',
            field=models.TextField(verbose_name='definición'),
        ),
        migrations.AlterField(
            model_name='termino',
            name='fuente',
            field=models.TextField(blank=True, verbose_name='fuente'),
        ),
        migrations.AlterField(
            model_name='termino',
            name='sigla',
            field=models.CharField(blank=True, max_length=30, verbose_name='sigla'),
        ),
        migrations.AlterField(
            model_name='termino',
            name='termino',
            field=models.CharField(max_length=150, verbose_name='término'),
        ),
        migrations.AlterField(
            model_name='termino',
            name='verificado',
            field=models.BooleanField(default=False, verbose_name='leído en la fuente'),
        ),
        migrations.CreateModel(
            name='FichaEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('slug', models.SlugField(db_index=False, max_length=60)),
                ('orden', models.PositiveSmallIntegerField()),
                ('nombre', models.CharField(max_length=200, verbose_name='nombre o título')),
                ('texto', models.TextField(blank=True, verbose_name='texto')),
                ('lugar', models.CharField(blank=True, max_length=300, verbose_name='lugar en la guía')),
                ('hoy', models.TextField(blank=True, verbose_name='hoy')),
                ('hoy_verificado', models.BooleanField(blank=True, null=True, verbose_name='¿la nota está verificada?')),
                ('hoy_fuente', models.CharField(blank=True, max_length=500, verbose_name='fuente de la nota')),
                ('hoy_en', models.DateField(blank=True, null=True, verbose_name='día en que se leyó la fuente')),
                ('datos', models.JSONField(blank=True, default=dict)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('bloque', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='guia.ficha')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='guia.ficha')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TerminoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('slug', models.SlugField(db_index=False, max_length=80, serialize=False)),
                ('termino', models.CharField(max_length=150, verbose_name='término')),
                ('clave_busqueda', models.CharField(editable=False, max_length=200)),
                ('sigla', models.CharField(blank=True, max_length=30, verbose_name='sigla')),
                ('definicion', models.TextField(verbose_name='definición')),
                ('fuente', models.TextField(blank=True, verbose_name='fuente')),
                ('verificado', models.BooleanField(default=False, verbose_name='leído en la fuente')),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='guia.termino')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RunPython(primer_texto, migrations.RunPython.noop, elidable=True),
    ]
