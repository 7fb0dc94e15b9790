"""What a tree says, without a tree."""

import pytest

from backstay.agent.tree.facts import Facts
from backstay.agent.tree.layers import Named
from backstay.agent.tree.models import Model
from backstay.agent.tree.routes import Route


@pytest.fixture
def facts() -> Facts:
    return Facts(
        (Route("GET", "/api/v1/tasks/{task_id}", "get_task", "src/api/tasks.py", 9),),
        (Model("Task", ("id", "title"), "src/models/task.py", 3),),
        (Named("TaskService", "src/services/task_service.py", 1),),
        (Named("0001_tasks", "versions/0001_tasks.py"),),
    )
