"""Drives one run: a worktree, a specialist, a budget; then the orchestrator judges what came."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mcp import Client
from pydantic_ai.exceptions import AgentRunError, ModelAPIError, RunTimedOut, UsageLimitExceeded
from pydantic_ai.usage import RunUsage

from backstay.agent.mcp.server import make_server
from backstay.agent.model.commission import Commission
from backstay.agent.model.ending import Driven, Ending
from backstay.agent.model.hands import Hands
from backstay.agent.model.settle import settled
from backstay.agent.model.specialist import Output, specialist
from backstay.agent.model.worktree import OWN, patch_of, worktree
from backstay.agent.policy.handoffs import hand_over
from backstay.agent.record.journal import RUNS, Journal
from backstay.agent.returns.model import HandoffMade

Say = Callable[[str], None]


async def drive(given: Commission, say: Say) -> Driven:
    """One task by a model. The project is changed only by a return that it bears out.

    Raises: NoWorktreeError.
    """
    journal, usage = Journal(given.root, given.text), RunUsage()
    with worktree(given.root) as tree:
        if (given.root / OWN).is_dir():  # the tests run on the project's own interpreter
            (tree / OWN).symlink_to((given.root / OWN).resolve())
        journal.note("model", agent=given.definition.name, model=given.model.model_name)
        hands = Hands(tree, given.definition)
        output = await _asked(given, hands, usage)
        patch = _kept(given.root, tree, journal)
        if isinstance(output, AgentRunError):
            end = _broken(output, patch)
        else:
            say(f"{given.definition.name} has returned; measuring what it made")
            end = _judged(given, output, hands, patch)
    end = replace(end, turns=usage.requests, tokens=usage.input_tokens + usage.output_tokens)
    journal.note("ended", ending=end.ending.value, why=end.why, turns=end.turns, tokens=end.tokens)
    return end


async def _asked(given: Commission, hands: Hands, usage: RunUsage) -> Output | AgentRunError:
    """What the specialist returned, or what ended its run."""
    async with Client(make_server(hands.root, run=given.gates)) as client:
        agent = await specialist(given, hands, client)
        try:
            async with agent:  # closes the provider's connections
                answer = await agent.run(
                    given.text,
                    usage=usage,
                    usage_limits=given.budget.limits(),
                    timeout=given.budget.seconds,
                )
        except AgentRunError as error:  # here: the client's task group would wrap it
            return error
        return answer.output


def _judged(given: Commission, output: Output, hands: Hands, patch: str) -> Driven:
    if not isinstance(output, HandoffMade):
        return settled(given, output, hands, patch)
    ticket = hand_over(
        given.roster, given.definition, output.agent, output.prompt, output.artefacts
    )
    ending = Ending.REFUSED if ticket.status == "refused" else Ending.PAUSED
    return Driven(ending, ticket=ticket, patch=patch)


def _broken(error: AgentRunError, patch: str) -> Driven:
    ending = Ending.FAILED
    if isinstance(error, UsageLimitExceeded | RunTimedOut):
        ending = Ending.EXHAUSTED
    elif isinstance(error, ModelAPIError):
        ending = Ending.LOST
    return Driven(ending, (" ".join(str(error).split())[:400],), patch=patch)


def _kept(root: Path, tree: Path, journal: Journal) -> str:
    """Keep what was written, so that nothing of it is lost; gives the patch's path."""
    patch = patch_of(tree)
    if not patch:
        return ""
    path = f"{RUNS}/{journal.run}.patch"
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(patch, encoding="utf-8")
    return path
