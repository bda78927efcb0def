"""Contact data and confirmed policies, with their history."""

import django.core.validators
import django.db.models.deletion
import fcm_portal.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
    ]

    operations = [
        migrations.CreateModel(
            name='Contacto',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('organizacion', models.CharField(blank=True, help_text='Como debe leerse al pie de cada página.', max_length=150, verbose_name='nombre de la organización')),
                ('direccion', models.CharField(blank=True, max_length=200, verbose_name='dirección')),
                ('ciudad', models.CharField(blank=True, max_length=120, verbose_name='ciudad y departamento')),
                ('codigo_postal', models.CharField(blank=True, max_length=10, verbose_name='código postal')),
                ('telefono', models.CharField(blank=True, help_text='Por ejemplo 601 123 4567 ext. 12. En un teléfono se marca al tocarlo.', max_length=40, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 ()\\-]{5,24}( ?(ext|extensión)\\.? ?[0-9]{1,6})?$', 'Escriba solo números y espacios, por ejemplo 601 123 4567 ext. 12.')], verbose_name='teléfono')),
                ('horario', models.CharField(blank=True, help_text='Por ejemplo: lunes a viernes, de 8:00 a 17:00.', max_length=150, verbose_name='horario de atención')),
                ('correo', models.EmailField(blank=True, help_text='Si lo deja vacío, se muestra el que se escribió al instalar el portal.', max_length=254, verbose_name='correo de contacto')),
                ('correo_judicial', models.EmailField(blank=True, max_length=254, verbose_name='correo para notificaciones judiciales')),
                ('correo_datos', models.EmailField(blank=True, help_text='A dónde se envían las consultas y los reclamos de la Ley 1581 de 2012.', max_length=254, verbose_name='correo para datos personales')),
                ('area_datos', models.CharField(blank=True, help_text='El cargo o la dependencia que responde (artículo 23 del Decreto 1377 de 2013).', max_length=150, verbose_name='persona o área a cargo de los datos personales')),
                ('sitio_web', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='sitio web')),
                ('facebook', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='Facebook')),
                ('instagram', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='Instagram')),
                ('linkedin', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='LinkedIn')),
                ('x', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='X')),
                ('youtube', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='YouTube')),
                ('actualizado_en', models.DateTimeField(auto_now=True, verbose_name='actualizado')),
            ],
            options={
                'verbose_name': 'datos de contacto',
                'verbose_name_plural': 'datos de contacto',
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='un_solo_contacto')],
            },
        ),
        migrations.CreateModel(
            name='ContactoEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('organizacion', models.CharField(blank=True, help_text='Como debe leerse al pie de cada página.', max_length=150, verbose_name='nombre de la organización')),
                ('direccion', models.CharField(blank=True, max_length=200, verbose_name='dirección')),
                ('ciudad', models.CharField(blank=True, max_length=120, verbose_name='ciudad y departamento')),
                ('codigo_postal', models.CharField(blank=True, max_length=10, verbose_name='código postal')),
                ('telefono', models.CharField(blank=True, help_text='Por ejemplo 601 123 4567 ext. 12. En un teléfono se marca al tocarlo.', max_length=40, validators=[django.core.validators.RegexValidator('^\\+?[0-9][0-9 ()\\-]{5,24}( ?(ext|extensión)\\.? ?[0-9]{1,6})?$', 'Escriba solo números y espacios, por ejemplo 601 123 4567 ext. 12.')], verbose_name='teléfono')),
                ('horario', models.CharField(blank=True, help_text='Por ejemplo: lunes a viernes, de 8:00 a 17:00.', max_length=150, verbose_name='horario de atención')),
                ('correo', models.EmailField(blank=True, help_text='Si lo deja vacío, se muestra el que se escribió al instalar el portal.', max_length=254, verbose_name='correo de contacto')),
                ('correo_judicial', models.EmailField(blank=True, max_length=254, verbose_name='correo para notificaciones judiciales')),
                ('correo_datos', models.EmailField(blank=True, help_text='A dónde se envían las consultas y los reclamos de la Ley 1581 de 2012.', max_length=254, verbose_name='correo para datos personales')),
                ('area_datos', models.CharField(blank=True, help_text='El cargo o la dependencia que responde (artículo 23 del Decreto 1377 de 2013).', max_length=150, verbose_name='persona o área a cargo de los datos personales')),
                ('sitio_web', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='sitio web')),
                ('facebook', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='Facebook')),
                ('instagram', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='Instagram')),
                ('linkedin', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='LinkedIn')),
                ('x', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='X')),
                ('youtube', models.CharField(blank=True, max_length=200, validators=[fcm_portal.models.enlace_web], verbose_name='YouTube')),
                ('actualizado_en', models.DateTimeField(auto_now=True, verbose_name='actualizado')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='fcm_portal.contacto')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PoliticaConfirmada',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('politica', models.CharField(max_length=30, verbose_name='política')),
                ('version', models.CharField(help_text='La que aparece al comienzo de la página, por ejemplo 2026-11.', max_length=20, verbose_name='versión')),
                ('confirmada_el', models.DateField(verbose_name='confirmada el')),
                ('acto', models.CharField(blank=True, help_text='Por ejemplo: Resolución interna 12 de 2027.', max_length=200, verbose_name='acto o decisión')),
            ],
            options={
                'verbose_name': 'política confirmada',
                'verbose_name_plural': 'políticas confirmadas',
                'ordering': ['politica', '-version'],
                'constraints': [models.UniqueConstraint(fields=('politica', 'version'), name='una_confirmacion_por_version')],
            },
        ),
        migrations.CreateModel(
            name='PoliticaConfirmadaEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('politica', models.CharField(max_length=30, verbose_name='política')),
                ('version', models.CharField(help_text='La que aparece al comienzo de la página, por ejemplo 2026-11.', max_length=20, verbose_name='versión')),
                ('confirmada_el', models.DateField(verbose_name='confirmada el')),
                ('acto', models.CharField(blank=True, help_text='Por ejemplo: Resolución interna 12 de 2027.', max_length=200, verbose_name='acto o decisión')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='fcm_portal.politicaconfirmada')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
