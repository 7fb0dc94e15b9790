"""What every tool works on: one project, its contract, its specialists; paths stay inside it."""

from dataclasses import dataclass
from pathlib import Path

from mcp.server.mcpserver.exceptions import ToolError

from backstay.agent.definitions.roster import Roster, load_roster
from backstay.agent.policy.confine import OutsideError, inside
from backstay.blueprint import ContractError, parse
from backstay.blueprint.contract import Blueprint

CONTRACT = "backstay.yaml"


@dataclass(frozen=True, slots=True)
class Desk:
    """The project that a server serves; `home` is whose own agents take part, or nobody's."""

    root: Path
    home: Path | None = None

    def place(self, path: str) -> Path:
        """A path inside the project. ToolError for any other."""
        try:
            return inside(self.root, path)
        except OutsideError as error:
            raise ToolError(str(error)) from error

    def relative(self, path: str) -> str:
        """A path inside the project as seen from its root. ToolError for any other."""
        return self.place(path).relative_to(self.root.resolve()).as_posix()

    def roster(self) -> Roster:
        """The specialists, as they stand now."""
        return load_roster(self.root, self.home)

    def blueprint(self, path: str = CONTRACT) -> Blueprint:
        """The contract. ToolError, with every mistake, when there is none or it is wrong."""
        try:
            return parse(self.place(path).read_bytes(), path)
        except OSError as error:
            message = f"{path} cannot be read ({error.strerror}); `backstay new` makes a project"
            raise ToolError(message) from error
        except ContractError as error:
            raise ToolError(str(error)) from error
