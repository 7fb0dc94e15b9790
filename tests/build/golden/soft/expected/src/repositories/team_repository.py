"""Every query on teams."""

from backstay.data import Listing, Page, SqlRepository
from sqlalchemy import select, true

from src.core.security import Role
from src.models.player import Player
from src.models.team import Team
from src.schemas.team import TeamQuery

ALL = select(Team)
LISTING = Listing(filters={}, sort={"created_at": Team.created_at}, default="-created_at")


class TeamRepository(SqlRepository[Team]):
    """Admins see every row."""

    model = Team
    visible = {Role.ADMIN: true()}
    restricted_by = (Player.team_id,)

    async def page_of(self, query: TeamQuery) -> Page[Team]:
        """One page of teams.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.page(ALL, LISTING, query)
