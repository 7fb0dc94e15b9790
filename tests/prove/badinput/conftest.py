"""The desk as a subject: its document, and a scene in its process."""

from httpx2 import ASGITransport, AsyncClient

from backstay.prove.badinput.operation import Document
from backstay.prove.badinput.scene import Scene
from tests.desk.app import SECRET, Desk
from tests.desk.models import Role
from tests.desk.people import account


async def scene_of(desk: Desk) -> Scene:
    """Ann, who may do everything, and Bob, who owns nothing; and one note of Ann's."""
    transport = ASGITransport(desk.service, raise_app_exceptions=False)
    client = AsyncClient(transport=transport, base_url="http://desk")
    scene = Scene(client, Document(desk.service.openapi()), secret=SECRET)
    for name, role in (("ann", Role.ADMIN), ("bob", Role.MEMBER)):
        await account(desk.database, name, role)
        login = {"email": f"{name}@desk.test", "password": "open sesame"}
        pair = (await desk.client.post("/login", json=login)).json()["data"]
        if name == "ann":
            scene.token, scene.refresh = pair["access_token"], pair["refresh_token"]
        else:
            scene.stranger = pair["access_token"]
    who = {"authorization": f"Bearer {scene.token}"}
    made = await desk.client.post("/notes", json={"title": "a"}, headers=who)
    scene.rows["note_id"] = made.json()["data"]["id"]
    return scene
