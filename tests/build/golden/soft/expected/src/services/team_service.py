"""What callers may do with teams."""

from uuid import UUID

from backstay.data import Caller, Match, Page

from src.core.exceptions import NotFound
from src.models.team import Team
from src.repositories.team_repository import TeamRepository
from src.schemas.team import TeamCreate, TeamQuery, TeamReplace, TeamUpdate


class TeamNotFound(NotFound):
    """There is no such team, or none that the caller may know of."""

    code, message = "team_not_found", "There is no such team."


class TeamService:
    """The rules of teams; the unit of work around each request does the committing."""

    def __init__(self, teams: TeamRepository, caller: Caller) -> None:
        self.teams = teams
        self.caller = caller

    async def page(self, query: TeamQuery) -> Page[Team]:
        """One page of the teams that the caller may read.

        Args: query, what the client asked for.
        Returns: the page, and how many there are in all.
        """
        return await self.teams.page_of(query)

    async def get(self, team_id: UUID) -> Team:
        """One team.

        Args: team_id.
        Returns: the team.
        Raises: TeamNotFound.
        """
        team = await self.teams.find(team_id)
        if team is None:
            raise TeamNotFound
        return team

    async def create(self, data: TeamCreate) -> Team:
        """A new team.

        Args: data, its fields.
        Returns: the team as it will be stored.
        Raises: NotUnique.
        """
        values = data.model_given()
        return self.teams.add(values)

    async def change(self, team_id: UUID, match: Match, data: TeamReplace | TeamUpdate) -> Team:
        """Change a team; what is left out stays as it is.

        Args: team_id; match, the version that is meant; data, the new values.
        Returns: the team as it will be stored.
        Raises: TeamNotFound, PreconditionRequired, PreconditionFailed, NotUnique.
        """
        values = data.model_given()
        team = await self.get(team_id)
        match.check(team)
        return self.teams.change(team, values, match)

    async def delete(self, team_id: UUID, match: Match) -> None:
        """Delete a team; it is gone for everybody.

        Args: team_id; match, the version that is meant.
        Raises: TeamNotFound, PreconditionRequired, PreconditionFailed, StillReferenced.
        """
        team = await self.get(team_id)
        match.check(team)
        await self.teams.check_unreferenced(team)
        self.teams.remove(team, match)
