"""The same defects are found in every shape of project: where a layer lies is not assumed."""

from collections.abc import Mapping

import pytest

from backstay.prove.checking.run import check

CLEAN_QUERIES = """
class TaskRepository:
    def __init__(self, session):
        self.session = session

    def one(self, ident):
        return self.session.get(Task, ident)

    def all(self):
        return self.session.scalars(select(Task)).all()
"""
ROUTE_WITH_QUERY = """
import os
import time

from fastapi import APIRouter

router = APIRouter(prefix="/tasks", tags=["tasks"])


@router.get("/{task_id}", response_model=TaskRead)
async def task(task_id: int, db: AsyncSession = Depends(get_db)):
    "One task."
    time.sleep(1)
    return await db.get(Task, task_id)
"""
SECRET = 'SECRET_KEY = "5e1d9c6b0f8a4b7dae4c2f903b6d7e8f"\n'
FLAT = {"crud.py": CLEAN_QUERIES, "routes.py": ROUTE_WITH_QUERY, "config.py": SECRET}
APP = {
    "app/crud/task.py": CLEAN_QUERIES,
    "app/api/v1/tasks.py": ROUTE_WITH_QUERY,
    "app/core/config.py": SECRET,
}
SRC = {
    "src/repositories/task_repository.py": CLEAN_QUERIES,
    "src/api/routes/tasks.py": ROUTE_WITH_QUERY,
    "src/core/config.py": SECRET,
}
BY_FEATURE = {
    "shop/tasks/repository.py": CLEAN_QUERIES,
    "shop/tasks/router.py": ROUTE_WITH_QUERY,
    "shop/settings.py": SECRET,
}
EXPECTED = {"ASY001", "LAY002", "SEC002"}


@pytest.mark.parametrize(
    "files", [FLAT, APP, SRC, BY_FEATURE], ids=["flat", "app", "src", "by feature"]
)
def test_fastapi_in_every_layout(plant, files: Mapping[str, str]):
    tests = {"tests/test_x.py": "def test_x():\n    assert 1\n"}
    report = check(plant({**files, **tests}), cached=False)

    assert {one.check for one in report.findings} - {"F821"} == EXPECTED


def test_django(plant):
    files = {
        "manage.py": "print(1)\n",
        "shop/settings.py": 'DEBUG = True\nSECRET_KEY = "django-insecure-6#x9"\n',
        "shop/orders/selectors.py": (
            "def late():\n    return Order.objects.filter(late=True)\n\n\n"
            "def open_ones():\n    return Order.objects.filter(open=True)\n"
        ),
        "shop/orders/views.py": (
            "from django.http import JsonResponse\n\n\n"
            "def index(request):\n"
            "    return JsonResponse({'n': Order.objects.filter(done=True).count()})\n\n\n"
            "def owners(request):\n"
            "    rows = connection.cursor()\n"
            "    rows.execute(f\"SELECT id FROM users WHERE name = '{request.GET['n']}'\")\n"
            "    return [User.objects.get(pk=one.owner_id) for one in late()]\n"
        ),
        "shop/orders/migrations/0001_initial.py": "SECRET_KEY = 'no finding in here at all'\n",
        "shop/orders/tests/test_x.py": "def test_x():\n    assert 1\n",
    }

    found = {(one.where.path, one.check) for one in check(plant(files), cached=False).findings}

    assert found >= {
        ("shop/settings.py", "SEC009"),
        ("shop/settings.py", "SEC002"),
        ("shop/orders/views.py", "LAY002"),
        ("shop/orders/views.py", "DAT001"),
        ("shop/orders/views.py", "DAT010"),
    }
    assert not any(path.startswith("shop/orders/migrations") for path, _ in found)


def test_flask(plant):
    files = {
        "app.py": (
            "from flask import Flask\n\n"
            "app = Flask(__name__)\n"
            'app.config["SECRET_KEY"] = "random"\n\n\n'
            "@app.route('/users/<name>')\n"
            "def user(name):\n"
            '    sql = "SELECT id FROM users WHERE name = \'" + name + "\'"\n'
            "    return db.session.execute(text(sql)).first()\n\n\n"
            "if __name__ == '__main__':\n"
            "    app.run(debug=True)\n"
        ),
        "tests/test_x.py": "def test_x():\n    assert 1\n",
    }

    found = {one.check for one in check(plant(files), cached=False).findings}

    assert found >= {"SEC002", "DAT001", "SEC009"}


def test_typescript(plant):
    files = {
        "package.json": '{"dependencies": {"express": "5"}}',
        "tsconfig.json": '{"compilerOptions": {"target": "ES2022", "module": "NodeNext"}}',
        "src/lib/config.ts": "export const url = process.env.URL;\n",
        "src/services/userService.ts": (
            "import { router } from '../routes/users';\n"
            "const key = process.env.KEY;\n"
            "export const find = (n: string) => db.query(`SELECT id FROM u WHERE n = '${n}'`);\n"
        ),
        "src/services/mail.ts": (
            "export async function send() {\n  try { await go(); } catch (e) {}\n}\n"
            "const apiKey = 'sk_live_4eC39HqLyjWDarjtT1zdp7dc';\n"
        ),
        "src/routes/users.ts": (
            "import { find } from '../services/userService';\n"
            "app.get('/users', (req, res) => res.send([]));\n"
        ),
    }

    found = {one.check for one in check(plant(files), cached=False).findings}

    assert found >= {"NOD001", "NOD002", "NOD003", "NOD006", "NOD007", "NOD009"}
