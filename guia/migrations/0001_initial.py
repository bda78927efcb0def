"""First state of the tables of this floor."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='IndicadorSugerido',
            fields=[
                ('codigo', models.CharField(max_length=10, primary_key=True, serialize=False)),
                ('slug', models.SlugField(max_length=100, unique=True)),
                ('nombre', models.CharField(max_length=250)),
                ('tipo', models.CharField(max_length=20)),
                ('unidad', models.CharField(max_length=80)),
                ('formula', models.TextField(blank=True)),
                ('convencion_linea_base', models.TextField(blank=True)),
                ('periodicidad', models.CharField(blank=True, max_length=40)),
                ('sentido', models.CharField(max_length=20)),
                ('modalidades', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('origen_guia', models.CharField(blank=True, max_length=120)),
                ('temas', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('ods', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None)),
                ('metas_ods', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=6), default=list, size=None)),
                ('fuente_sugerida', models.TextField(blank=True)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'indicador sugerido',
                'verbose_name_plural': 'indicadores sugeridos',
                'ordering': ['codigo'],
            },
        ),
        migrations.CreateModel(
            name='Odm',
            fields=[
                ('numero', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('slug', models.SlugField(unique=True)),
                ('nombre', models.CharField(max_length=200)),
                ('variantes', models.CharField(blank=True, max_length=300)),
                ('periodo', models.CharField(max_length=20)),
                ('vigencia_2026', models.TextField(blank=True)),
                ('fuente', models.TextField(blank=True)),
                ('verificado', models.BooleanField(default=False)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'ODM',
                'verbose_name_plural': 'ODM',
                'ordering': ['numero'],
            },
        ),
        migrations.CreateModel(
            name='Ods',
            fields=[
                ('numero', models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ('slug', models.SlugField(unique=True)),
                ('nombre', models.CharField(max_length=80)),
                ('nombre_en', models.CharField(max_length=80)),
                ('titulo', models.CharField(max_length=300)),
                ('color', models.CharField(max_length=7)),
                ('texto_mayor_contraste', models.CharField(max_length=10)),
                ('fuente', models.TextField(blank=True)),
                ('verificado', models.BooleanField(default=False)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'ODS',
                'verbose_name_plural': 'ODS',
                'ordering': ['numero'],
            },
        ),
        migrations.CreateModel(
            name='Termino',
            fields=[
                ('slug', models.SlugField(max_length=80, primary_key=True, serialize=False)),
                ('termino', models.CharField(max_length=150)),
                ('clave_busqueda', models.CharField(db_index=True, editable=False, max_length=200)),
                ('sigla', models.CharField(blank=True, max_length=30)),
                ('definicion', models.TextField()),
                ('fuente', models.TextField(blank=True)),
                ('verificado', models.BooleanField(default=False)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
            ],
            options={
                'verbose_name': 'término',
                'ordering': ['clave_busqueda'],
            },
        ),
        migrations.CreateModel(
            name='Ficha',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60)),
                ('orden', models.PositiveSmallIntegerField()),
                ('nombre', models.CharField(max_length=200, verbose_name='nombre o título')),
                ('texto', models.TextField(blank=True, verbose_name='texto')),
                ('lugar', models.CharField(blank=True, max_length=300, verbose_name='lugar en la guía')),
                ('hoy', models.TextField(blank=True, verbose_name='hoy')),
                ('hoy_verificado', models.BooleanField(null=True)),
                ('datos', models.JSONField(blank=True, default=dict)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('bloque', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='items', to='guia.ficha')),
            ],
            options={
                'verbose_name': 'ficha de la guía',
                'verbose_name_plural': 'fichas de la guía',
                'ordering': ['bloque_id', 'orden'],
                'constraints': [models.UniqueConstraint(fields=('bloque', 'slug'), name='una_ficha_por_slug', nulls_distinct=False)],
            },
        ),
        migrations.CreateModel(
            name='MetaOds',
            fields=[
                ('codigo', models.CharField(max_length=6, primary_key=True, serialize=False)),
                ('orden', models.PositiveSmallIntegerField()),
                ('tipo', models.CharField(max_length=30)),
                ('etiqueta', models.CharField(max_length=120)),
                ('etiqueta_en', models.CharField(max_length=120)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('ods', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='metas', to='guia.ods')),
            ],
            options={
                'verbose_name': 'meta ODS',
                'verbose_name_plural': 'metas ODS',
                'ordering': ['orden'],
            },
        ),
        migrations.CreateModel(
            name='RelacionOdmOds',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relacion', models.CharField(max_length=20)),
                ('explicacion', models.TextField(blank=True)),
                ('fuente', models.TextField(blank=True)),
                ('verificado', models.BooleanField(default=False)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('odm', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relaciones', to='guia.odm')),
                ('ods', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relaciones', to='guia.ods')),
            ],
            options={
                'verbose_name': 'relación ODM–ODS',
                'verbose_name_plural': 'relaciones ODM–ODS',
                'constraints': [models.UniqueConstraint(fields=('odm', 'ods'), name='una_relacion_odm_ods')],
            },
        ),
    ]
