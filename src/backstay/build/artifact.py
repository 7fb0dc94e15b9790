"""Artifact: one file that the builder plans."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from backstay.build.render import path_of, render


@dataclass(frozen=True, slots=True)
class Artifact:
    """A template, and what it may see; the template's path says where the output goes."""

    template: str
    context: Mapping[str, Any]

    @property
    def path(self) -> str:
        """The output's path in the project, with forward slashes."""
        return path_of(self.template.partition("/")[2], self.context)

    @property
    def text(self) -> str:
        """The output, not yet formatted."""
        return render(self.template, self.context)
