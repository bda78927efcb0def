import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('guardado', '0002_recepcion'),
        ('territorio', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='desencuentro',
            name='territorio',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='desencuentros', to='territorio.territorio'),
        ),
    ]
