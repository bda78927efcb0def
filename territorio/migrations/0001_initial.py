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
            name='Periodo',
            fields=[
                ('nombre', models.CharField(max_length=9, primary_key=True, serialize=False)),
                ('desde', models.DateField()),
                ('hasta', models.DateField()),
            ],
            options={
                'verbose_name': 'período',
                'ordering': ['desde'],
                'constraints': [models.CheckConstraint(condition=models.Q(('desde__lt', models.F('hasta'))), name='periodo_en_orden')],
            },
        ),
        migrations.CreateModel(
            name='Territorio',
            fields=[
                ('codigo', models.CharField(max_length=24, primary_key=True, serialize=False, verbose_name='código')),
                ('nombre', models.CharField(max_length=200, verbose_name='nombre')),
                ('sigla', models.CharField(blank=True, max_length=60, verbose_name='sigla')),
                ('clave_busqueda', models.CharField(db_index=True, editable=False, max_length=300)),
                ('tipo', models.CharField(choices=[('departamento', 'departamento'), ('municipio', 'municipio'), ('distrito', 'distrito'), ('area', 'área no municipalizada'), ('isla', 'isla'), ('asociacion', 'esquema asociativo')], max_length=16, verbose_name='tipo')),
                ('clase_asociacion', models.CharField(blank=True, max_length=60, verbose_name='clase de esquema asociativo')),
                ('lista_completa', models.BooleanField(null=True, verbose_name='la lista de integrantes está completa')),
                ('region_natural', models.CharField(blank=True, max_length=40)),
                ('norma_distrito', models.CharField(blank=True, max_length=120)),
                ('latitud', models.FloatField(null=True)),
                ('longitud', models.FloatField(null=True)),
                ('poblacion', models.PositiveIntegerField(null=True)),
                ('poblacion_cabecera', models.PositiveIntegerField(null=True)),
                ('poblacion_rural', models.PositiveIntegerField(null=True)),
                ('poblacion_anio', models.PositiveSmallIntegerField(null=True)),
                ('pdet', models.BooleanField(null=True)),
                ('subregion_pdet', models.CharField(blank=True, max_length=80)),
                ('limita_pais', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=2), blank=True, default=list, size=None)),
                ('fuente', models.TextField(blank=True)),
                ('nota', models.TextField(blank=True)),
                ('vigente_hasta', models.DateField(blank=True, null=True)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('departamento', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='municipios', to='territorio.territorio')),
                ('integrantes', models.ManyToManyField(blank=True, related_name='asociaciones', to='territorio.territorio')),
            ],
            options={
                'verbose_name': 'territorio',
                'verbose_name_plural': 'territorios',
                'ordering': ['clave_busqueda', 'codigo'],
                'indexes': [models.Index(fields=['tipo', 'clave_busqueda'], name='territorio__tipo_6a633d_idx')],
            },
        ),
        migrations.CreateModel(
            name='Categoria',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vigencia', models.PositiveSmallIntegerField()),
                ('categoria', models.CharField(max_length=3)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='categorias', to='territorio.territorio')),
            ],
            options={
                'verbose_name': 'categoría',
                'constraints': [models.UniqueConstraint(fields=('territorio', 'vigencia'), name='una_categoria_por_vigencia')],
            },
        ),
        migrations.CreateModel(
            name='Vecindad',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('metodo', models.CharField(max_length=20)),
                ('frontera_km', models.FloatField(null=True)),
                ('huella_cargada', models.CharField(blank=True, editable=False, max_length=64)),
                ('a', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vecindades_a', to='territorio.territorio')),
                ('b', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='vecindades_b', to='territorio.territorio')),
            ],
            options={
                'verbose_name': 'vecindad',
                'verbose_name_plural': 'vecindades',
                'constraints': [models.UniqueConstraint(fields=('a', 'b'), name='una_vecindad_por_par'), models.CheckConstraint(condition=models.Q(('a__lt', models.F('b'))), name='vecindad_en_orden')],
            },
        ),
    ]
