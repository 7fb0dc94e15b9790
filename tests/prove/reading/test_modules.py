"""An imported name leads to the file that it means, in packages and without."""

import pytest

from backstay.prove.reading.modules import Modules

FILES = (
    *("app/__init__.py", "app/main.py", "app/services/__init__.py", "app/services/tasks.py"),
    *("app/schemas/requests.py", "app/models/__init__.py", "src/pkg/__init__.py", "src/pkg/a.py"),
    *("flat.py", "users/service.py"),
)


@pytest.mark.parametrize(
    ("name", "by", "path", "rest"),
    [
        ("app.services.tasks.create", "app/main.py", "app/services/tasks.py", "create"),
        ("app.services.tasks", "app/main.py", "app/services/tasks.py", ""),
        ("app.models.Task", "app/main.py", "app/models/__init__.py", "Task"),
        (".tasks.create", "app/services/mail.py", "app/services/tasks.py", "create"),
        ("..models.Task", "app/services/tasks.py", "app/models/__init__.py", "Task"),
        ("pkg.a.x", "flat.py", "src/pkg/a.py", "x"),
        ("flat.x", "app/main.py", "flat.py", "x"),
        ("users.service.get", "flat.py", "users/service.py", "get"),
        ("requests.get", "app/main.py", "", "requests.get"),
        ("sqlalchemy.select", "app/main.py", "", "sqlalchemy.select"),
    ],
)
def test_a_name_leads_to_its_file(name, by, path, rest):
    assert Modules(FILES).find(name, by) == (path, rest)
