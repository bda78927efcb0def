"""The directory is kept true: verified on and by, calls with their terms, registers that the FCM confirms, reports."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.contrib.postgres.functions import RandomUUID
from django.db import migrations, models
from django.db.models.functions import Cast


class Migration(migrations.Migration):

    dependencies = [
        ('guardado', '0002_recepcion'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('redes', '0001_initial'),
        ('territorio', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Enlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.URLField(max_length=500, unique=True)),
                ('estado', models.CharField(choices=[('bien', 'abre'), ('redirige', 'lleva a otra dirección'), ('roto', 'no abre'), ('dudoso', 'responde, pero no es de fiar')], max_length=10)),
                ('codigo', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('destino', models.URLField(blank=True, max_length=2000)),
                ('permanente', models.BooleanField(default=False)),
                ('detalle', models.CharField(blank=True, max_length=300)),
                ('probado_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('fallos', models.PositiveSmallIntegerField(default=0)),
                ('falla_desde', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'enlace probado',
                'verbose_name_plural': 'enlaces probados',
                'ordering': ['url'],
            },
        ),
        migrations.CreateModel(
            name='Recordatorio',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('dias', models.PositiveSmallIntegerField(verbose_name='días que faltaban')),
                ('enviado_en', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'verbose_name': 'recordatorio de convocatoria',
                'verbose_name_plural': 'recordatorios de convocatorias',
            },
        ),
        migrations.CreateModel(
            name='Reporte',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('motivo', models.CharField(choices=[('enlace', 'el enlace no abre'), ('ya-no-existe', 'ya no existe o cambió de nombre'), ('dato', 'un dato está equivocado'), ('falta', 'falta algo importante'), ('otro', 'otra cosa')], max_length=15, verbose_name='qué está mal')),
                ('texto', models.TextField(max_length=2000, verbose_name='cuéntenos qué encontró')),
                ('correo', models.EmailField(blank=True, max_length=254, verbose_name='su correo')),
                ('creado_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('estado', models.CharField(choices=[('abierto', 'por atender'), ('corregido', 'corregido'), ('descartado', 'sin cambio')], default='abierto', max_length=12)),
                ('respuesta', models.TextField(blank=True, verbose_name='qué se hizo')),
                ('atendido_en', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'reporte de error',
                'verbose_name_plural': 'reportes de errores',
                'ordering': ['creado_en', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ReporteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('motivo', models.CharField(choices=[('enlace', 'el enlace no abre'), ('ya-no-existe', 'ya no existe o cambió de nombre'), ('dato', 'un dato está equivocado'), ('falta', 'falta algo importante'), ('otro', 'otra cosa')], max_length=15, verbose_name='qué está mal')),
                ('texto', models.TextField(max_length=2000, verbose_name='cuéntenos qué encontró')),
                ('creado_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('estado', models.CharField(choices=[('abierto', 'por atender'), ('corregido', 'corregido'), ('descartado', 'sin cambio')], default='abierto', max_length=12)),
                ('respuesta', models.TextField(blank=True, verbose_name='qué se hizo')),
                ('atendido_en', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.RemoveConstraint(
            model_name='membresia',
            name='una_membresia',
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='categorias',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='categorías que admite'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='clave_busqueda',
            field=models.CharField(db_index=True, default='', editable=False, max_length=700),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='convoca',
            field=models.CharField(blank=True, max_length=200, verbose_name='quién convoca'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='departamentos',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None, verbose_name='departamentos que admite'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='descripcion',
            field=models.TextField(blank=True, verbose_name='qué ofrece'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='fuente',
            field=models.TextField(blank=True, verbose_name='fuente'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='idiomas',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, size=None, verbose_name='idiomas'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='modalidades',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='modalidades'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='moneda',
            field=models.CharField(blank=True, max_length=3, verbose_name='moneda'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='monto',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='monto'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='monto_nota',
            field=models.CharField(blank=True, max_length=250, verbose_name='sobre el monto'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='ods',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None, verbose_name='ODS'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='poblacion_maxima',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='hasta cuántos habitantes'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='quienes',
            field=models.TextField(blank=True, verbose_name='quién puede presentarse'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='slug',
            # Whatever was stored gets a slug of its own, without touching a row: the audit would write it down.
            field=models.SlugField(
                db_default=Cast(RandomUUID(), models.CharField(max_length=120)), max_length=120, unique=True
            ),
        ),
        migrations.AlterField(
            model_name='convocatoria',
            name='slug',
            field=models.SlugField(max_length=120, unique=True),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='temas',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='temas'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='verificado',
            field=models.BooleanField(default=False, verbose_name='verificada'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificada el'),
        ),
        migrations.AddField(
            model_name='convocatoria',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificada por'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='categorias',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='categorías que admite'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='clave_busqueda',
            field=models.CharField(default='', editable=False, max_length=700),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='convoca',
            field=models.CharField(blank=True, max_length=200, verbose_name='quién convoca'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='departamentos',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), blank=True, default=list, size=None, verbose_name='departamentos que admite'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='descripcion',
            field=models.TextField(blank=True, verbose_name='qué ofrece'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='fuente',
            field=models.TextField(blank=True, verbose_name='fuente'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='idiomas',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=10), blank=True, default=list, size=None, verbose_name='idiomas'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='modalidades',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='modalidades'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='moneda',
            field=models.CharField(blank=True, max_length=3, verbose_name='moneda'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='monto',
            field=models.BigIntegerField(blank=True, null=True, verbose_name='monto'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='monto_nota',
            field=models.CharField(blank=True, max_length=250, verbose_name='sobre el monto'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='ods',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None, verbose_name='ODS'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='poblacion_maxima',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='hasta cuántos habitantes'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='quienes',
            field=models.TextField(blank=True, verbose_name='quién puede presentarse'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='slug',
            field=models.SlugField(db_index=False, default='', max_length=120),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='temas',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='temas'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='verificado',
            field=models.BooleanField(default=False, verbose_name='verificada'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificada el'),
        ),
        migrations.AddField(
            model_name='convocatoriaevent',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificada por'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='categorias',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='categorías que admite'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='cuota_nota',
            field=models.CharField(blank=True, max_length=300, verbose_name='cuánto cuesta'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='entrada',
            name='otros_nombres',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None, verbose_name='otros nombres y siglas'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='poblacion_maxima',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='hasta cuántos habitantes'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='poblacion_minima',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='desde cuántos habitantes'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='reemplazada_por',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='reemplaza_a', to='redes.entrada'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificada el'),
        ),
        migrations.AddField(
            model_name='entrada',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificada por'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='categorias',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=3), blank=True, default=list, size=None, verbose_name='categorías que admite'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='cuota_nota',
            field=models.CharField(blank=True, max_length=300, verbose_name='cuánto cuesta'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='otros_nombres',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), blank=True, default=list, size=None, verbose_name='otros nombres y siglas'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='poblacion_maxima',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='hasta cuántos habitantes'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='poblacion_minima',
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name='desde cuántos habitantes'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='reemplazada_por',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='redes.entrada'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificada el'),
        ),
        migrations.AddField(
            model_name='entradaevent',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificada por'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='archivo',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='guardado.archivo'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='declarado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='declarado_por',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='devuelto',
            field=models.TextField(blank=True, verbose_name='por qué no se confirmó'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='enlace',
            field=models.URLField(blank=True, verbose_name='enlace'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='fecha',
            field=models.DateField(blank=True, null=True, verbose_name='fecha de la firma'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='retirado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='temas',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='temas'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificado el'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificado por'),
        ),
        migrations.AddField(
            model_name='hermanamiento',
            name='vigente_hasta',
            field=models.DateField(blank=True, null=True, verbose_name='vigente hasta'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='archivo',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='guardado.archivo'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='declarado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='declarado_por',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='devuelto',
            field=models.TextField(blank=True, verbose_name='por qué no se confirmó'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='enlace',
            field=models.URLField(blank=True, verbose_name='enlace'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='fecha',
            field=models.DateField(blank=True, null=True, verbose_name='fecha de la firma'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='retirado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='temas',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None, verbose_name='temas'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificado el'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificado por'),
        ),
        migrations.AddField(
            model_name='hermanamientoevent',
            name='vigente_hasta',
            field=models.DateField(blank=True, null=True, verbose_name='vigente hasta'),
        ),
        migrations.AddField(
            model_name='membresia',
            name='declarado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='membresia',
            name='declarado_por',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='membresia',
            name='devuelto',
            field=models.TextField(blank=True, verbose_name='por qué no se confirmó'),
        ),
        migrations.AddField(
            model_name='membresia',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='membresia',
            name='retirado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='membresia',
            name='verificado',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='membresia',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificado el'),
        ),
        migrations.AddField(
            model_name='membresia',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificado por'),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='declarado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='declarado_por',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='devuelto',
            field=models.TextField(blank=True, verbose_name='por qué no se confirmó'),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='es_demostracion',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='retirado_en',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='verificado',
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='verificado_en',
            field=models.DateField(blank=True, null=True, verbose_name='verificado el'),
        ),
        migrations.AddField(
            model_name='membresiaevent',
            name='verificado_por',
            field=models.CharField(blank=True, max_length=120, verbose_name='verificado por'),
        ),
        migrations.AlterField(
            model_name='convocatoria',
            name='entrada',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='convocatorias', to='redes.entrada'),
        ),
        migrations.AlterField(
            model_name='convocatoriaevent',
            name='entrada',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='redes.entrada'),
        ),
        migrations.AlterField(
            model_name='entrada',
            name='cuota',
            field=models.CharField(blank=True, max_length=15, verbose_name='¿cobra cuota?'),
        ),
        migrations.AlterField(
            model_name='entradaevent',
            name='cuota',
            field=models.CharField(blank=True, max_length=15, verbose_name='¿cobra cuota?'),
        ),
        migrations.AlterField(
            model_name='hermanamiento',
            name='anio',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='año'),
        ),
        migrations.AlterField(
            model_name='hermanamiento',
            name='ciudad',
            field=models.CharField(max_length=150, verbose_name='ciudad'),
        ),
        migrations.AlterField(
            model_name='hermanamiento',
            name='fuente',
            field=models.TextField(blank=True, verbose_name='fuente'),
        ),
        migrations.AlterField(
            model_name='hermanamiento',
            name='nota',
            field=models.TextField(blank=True, verbose_name='nota'),
        ),
        migrations.AlterField(
            model_name='hermanamiento',
            name='pais',
            field=models.CharField(db_index=True, max_length=2, verbose_name='país'),
        ),
        migrations.AlterField(
            model_name='hermanamiento',
            name='tipo_acuerdo',
            field=models.CharField(max_length=60, verbose_name='tipo de acuerdo'),
        ),
        migrations.AlterField(
            model_name='hermanamientoevent',
            name='anio',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='año'),
        ),
        migrations.AlterField(
            model_name='hermanamientoevent',
            name='ciudad',
            field=models.CharField(max_length=150, verbose_name='ciudad'),
        ),
        migrations.AlterField(
            model_name='hermanamientoevent',
            name='fuente',
            field=models.TextField(blank=True, verbose_name='fuente'),
        ),
        migrations.AlterField(
            model_name='hermanamientoevent',
            name='nota',
            field=models.TextField(blank=True, verbose_name='nota'),
        ),
        migrations.AlterField(
            model_name='hermanamientoevent',
            name='pais',
            field=models.CharField(max_length=2, verbose_name='país'),
        ),
        migrations.AlterField(
            model_name='hermanamientoevent',
            name='tipo_acuerdo',
            field=models.CharField(max_length=60, verbose_name='tipo de acuerdo'),
        ),
        migrations.AddIndex(
            model_name='hermanamiento',
            index=models.Index(fields=['territorio', 'pais'], name='redes_herma_territo_4469a0_idx'),
        ),
        migrations.AddConstraint(
            model_name='convocatoria',
            constraint=models.CheckConstraint(condition=models.Q(('abre__isnull', True), ('cierra__isnull', True), ('cierra__gte', models.F('abre')), _connector='OR'), name='convocatoria_cierra_despues_de_abrir'),
        ),
        migrations.AddConstraint(
            model_name='membresia',
            constraint=models.UniqueConstraint(condition=models.Q(('retirado_en__isnull', True)), fields=('territorio', 'entrada'), name='una_membresia_en_vigor'),
        ),
        migrations.AddIndex(
            model_name='enlace',
            index=models.Index(fields=['estado', 'probado_en'], name='redes_enlac_estado_a80116_idx'),
        ),
        migrations.AddField(
            model_name='recordatorio',
            name='convocatoria',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recordatorios', to='redes.convocatoria'),
        ),
        migrations.AddField(
            model_name='recordatorio',
            name='territorio',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='territorio.territorio'),
        ),
        migrations.AddField(
            model_name='reporte',
            name='atendido_por',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reporte',
            name='convocatoria',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reportes', to='redes.convocatoria'),
        ),
        migrations.AddField(
            model_name='reporte',
            name='entrada',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reportes', to='redes.entrada'),
        ),
        migrations.AddField(
            model_name='reporte',
            name='hermanamiento',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='reportes', to='redes.hermanamiento'),
        ),
        migrations.AddField(
            model_name='reporteevent',
            name='atendido_por',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reporteevent',
            name='convocatoria',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='redes.convocatoria'),
        ),
        migrations.AddField(
            model_name='reporteevent',
            name='entrada',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='redes.entrada'),
        ),
        migrations.AddField(
            model_name='reporteevent',
            name='hermanamiento',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='redes.hermanamiento'),
        ),
        migrations.AddField(
            model_name='reporteevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='reporteevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='redes.reporte'),
        ),
        migrations.AddConstraint(
            model_name='recordatorio',
            constraint=models.UniqueConstraint(fields=('convocatoria', 'territorio', 'dias'), name='un_recordatorio_por_plazo'),
        ),
        migrations.AddIndex(
            model_name='reporte',
            index=models.Index(fields=['estado', 'creado_en'], name='redes_repor_estado_7883c8_idx'),
        ),
        migrations.AddConstraint(
            model_name='reporte',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('convocatoria__isnull', True), ('entrada__isnull', False), ('hermanamiento__isnull', True)), models.Q(('convocatoria__isnull', False), ('entrada__isnull', True), ('hermanamiento__isnull', True)), models.Q(('convocatoria__isnull', True), ('entrada__isnull', True), ('hermanamiento__isnull', False)), _connector='OR'), name='reporte_sobre_una_cosa'),
        ),
    ]
