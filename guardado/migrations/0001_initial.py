"""First state of the tables of this floor."""

import django.db.models.deletion
import django.utils.timezone
import guardado.models
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('cuentas', '0001_initial'),
        ('pghistory', '0007_auto_20250421_0444'),
        ('territorio', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Archivo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('archivo', models.FileField(upload_to=guardado.models.ruta_de_archivo)),
                ('nombre', models.CharField(max_length=200, verbose_name='nombre')),
                ('tipo', models.CharField(max_length=100)),
                ('tamano', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('subido_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('subido_por', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='archivos', to='territorio.territorio')),
            ],
            options={
                'verbose_name': 'archivo',
            },
        ),
        migrations.CreateModel(
            name='Desencuentro',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('id_fila', models.CharField(max_length=64)),
                ('campo', models.CharField(max_length=80)),
                ('etiqueta', models.CharField(max_length=200)),
                ('direccion', models.CharField(help_text='página donde se edita el campo', max_length=300)),
                ('valor', models.JSONField()),
                ('visto', models.CharField(max_length=16)),
                ('creado_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('resuelto_en', models.DateTimeField(blank=True, null=True)),
                ('resuelto_por', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='desencuentros', to='territorio.territorio')),
                ('tipo_fila', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='contenttypes.contenttype')),
                ('usuario', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'desencuentro',
                'ordering': ['creado_en'],
                'indexes': [models.Index(fields=['tipo_fila', 'id_fila', 'campo'], name='guardado_de_tipo_fi_4b245d_idx')],
            },
        ),
        migrations.CreateModel(
            name='ArchivoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('clave', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('archivo', models.FileField(upload_to=guardado.models.ruta_de_archivo)),
                ('nombre', models.CharField(max_length=200, verbose_name='nombre')),
                ('tipo', models.CharField(max_length=100)),
                ('tamano', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('subido_en', models.DateTimeField(default=django.utils.timezone.now)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='guardado.archivo')),
                ('subido_por', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('territorio', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='territorio.territorio')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
