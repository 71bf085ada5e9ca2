"""BASE of a change: what build servers tell, and that nothing which a pull request brings can choose it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from git_support import Repo
from planctl.cli.base import NoBase, find_base
from planctl.i18n import Language

GONE = "0123456789abcdef0123456789abcdef01234567"


class Proposal:
    """Two branches that parted, and the merge commit that a server makes of them."""

    def __init__(self, folder: Path) -> None:
        self.repo = Repo(folder / "planer", {"a.yaml": "1\n"})
        self.parted = self.repo.commit("Her skiller de lag")
        self.repo.git("checkout", "-q", "-b", "forslag")
        self.head = self.repo.commit("Forslaget")
        self.repo.git("checkout", "-q", "main")
        self.main = self.repo.commit("Andres arbeid")
        self.merge = self.merged("main")

    def merged(self, into: str) -> str:
        """Merge the proposal into a commit, without moving any branch."""
        self.repo.git("checkout", "-q", "--detach", into)
        self.repo.git("merge", "-q", "--no-ff", "-m", "Fletting", self.head)
        return self.repo.git("rev-parse", "HEAD").strip()

    def github(self, *, base: str = "", sha: str = "") -> dict[str, str]:
        """Give the environment of a pull request on GitHub; `base` is not renewed when the branch moves on."""
        return github(
            self.repo, {"pull_request": {"base": {"sha": base or self.parted}, "head": {"sha": self.head}}}
        ) | {"GITHUB_SHA": sha or self.merge}

    def base(self, environ: dict[str, str]) -> str | NoBase:
        return find_base(self.repo.folder, "auto", environ)


def github(repo: Repo, event: object) -> dict[str, str]:
    """Give the environment of an event on GitHub."""
    path = repo.folder.parent / "event.json"
    path.write_text(event if isinstance(event, str) else json.dumps(event))
    return {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(path)}


def reason(found: str | NoBase) -> str:
    assert isinstance(found, NoBase)
    return Language("en")(found.reason)


@pytest.fixture
def proposal(tmp_path: Path) -> Proposal:
    return Proposal(tmp_path)


def test_the_servers_own_merge_commit(proposal: Proposal) -> None:
    assert proposal.base(proposal.github()) == proposal.main


def test_a_merge_commit_that_is_not_the_servers(proposal: Proposal) -> None:
    """The proposer pushes a merge commit whose first parent is their own: it must not become BASE."""
    proposal.repo.git("checkout", "-q", "--detach", proposal.main)
    evil = proposal.repo.commit("Omskrevet i det stille")
    proposal.merged(evil)
    assert proposal.base(proposal.github()) == proposal.parted
    assert proposal.base(proposal.github(base=proposal.main)) == proposal.main


def test_a_merge_commit_of_another_head(proposal: Proposal) -> None:
    """The pull request has merged main into itself; the server checked out its head alone."""
    proposal.repo.git("checkout", "-q", "forslag")
    proposal.repo.git("merge", "-q", "--no-ff", "-m", "Henter main", "main")
    proposal.head = proposal.repo.git("rev-parse", "HEAD").strip()
    assert proposal.base(proposal.github(sha=proposal.head)) == proposal.parted
    assert proposal.base(proposal.github(sha=proposal.head, base=proposal.main)) == proposal.main


def test_the_head_of_the_pull_request(proposal: Proposal) -> None:
    proposal.repo.git("checkout", "-q", "forslag")
    assert proposal.base(proposal.github(base=proposal.main)) == proposal.parted


def test_branches_and_tags_of_the_plans_choose_nothing(proposal: Proposal) -> None:
    for name in ("auto", proposal.parted, "origin/main"):
        proposal.repo.git("tag", name, proposal.head)
    assert proposal.base(proposal.github()) == proposal.main
    azure = {"TF_BUILD": "True", "SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}
    assert isinstance(proposal.base(azure), NoBase)
    proposal.repo.git("update-ref", "refs/remotes/origin/main", proposal.main)
    assert proposal.base(azure) == proposal.main


@pytest.mark.parametrize("sha", [GONE, "HEAD", "--help", "main", 7, None, ""])
def test_a_pull_request_whose_base_is_not_here(proposal: Proposal, sha: object) -> None:
    event = {"pull_request": {"base": {"sha": sha}, "head": {"sha": proposal.head}}}
    proposal.repo.git("checkout", "-q", "forslag")
    found = proposal.base(github(proposal.repo, event))
    assert isinstance(found, NoBase)
    assert found.proposed
    assert reason(found) == "the revision that the build server names is not here"


def test_a_merge_queue(proposal: Proposal) -> None:
    assert proposal.base(github(proposal.repo, {"merge_group": {"base_sha": proposal.main}})) == proposal.main


def test_a_push(proposal: Proposal) -> None:
    assert proposal.base(github(proposal.repo, {"before": proposal.parted})) == proposal.parted
    first = proposal.base(github(proposal.repo, {"before": "0" * 40}))
    assert reason(first) == "no commit was there before the push"
    assert isinstance(first, NoBase)
    assert not first.proposed
    assert reason(proposal.base(github(proposal.repo, {"before": GONE}))).endswith("is not here")


@pytest.mark.parametrize("event", ["{}", '{"schedule": "0 4 * * *"}', '{"inputs": {}}'])
def test_an_event_that_tells_nothing(proposal: Proposal, event: str) -> None:
    found = proposal.base(github(proposal.repo, event))
    assert reason(found) == "no build server tells of a pull request or a push"


@pytest.mark.parametrize("event", ["", "[", "[]", '{"pull_request": 3}', '{"merge_group": null}'])
def test_an_event_that_cannot_be_read(proposal: Proposal, event: str) -> None:
    assert_unreadable(proposal, github(proposal.repo, event))


@pytest.mark.parametrize(
    "environ",
    [
        {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": "/borte/event.json"},
        {"GITHUB_ACTIONS": "true"},
        {"GITLAB_CI": "true"},
        {"TF_BUILD": "True"},
        {"TF_BUILD": "True", "BUILD_REASON": "PullRequest"},
    ],
)
def test_a_build_server_that_does_not_tell(proposal: Proposal, environ: dict[str, str]) -> None:
    assert_unreadable(proposal, environ)


def test_a_pull_request_by_name_whose_event_does_not_tell(proposal: Proposal) -> None:
    assert_unreadable(proposal, {**github(proposal.repo, {}), "GITHUB_EVENT_NAME": "pull_request"})


def assert_unreadable(proposal: Proposal, environ: dict[str, str]) -> None:
    found = proposal.base(environ)
    assert reason(found) == "what the build server tells of the change cannot be read"
    assert isinstance(found, NoBase)
    assert found.proposed


def test_gitlab(proposal: Proposal) -> None:
    here = {"GITLAB_CI": "true", "CI_PIPELINE_SOURCE": "merge_request_event"}
    request = {**here, "CI_MERGE_REQUEST_DIFF_BASE_SHA": proposal.parted, "CI_COMMIT_SHA": proposal.merge}
    assert proposal.base(request) == proposal.parted
    assert proposal.base({**request, "CI_MERGE_REQUEST_SOURCE_BRANCH_SHA": proposal.head}) == proposal.main
    pushed = {"GITLAB_CI": "true", "CI_PIPELINE_SOURCE": "push"}
    assert proposal.base({**pushed, "CI_COMMIT_BEFORE_SHA": proposal.parted}) == proposal.parted
    assert isinstance(proposal.base({**pushed, "CI_COMMIT_BEFORE_SHA": "0" * 40}), NoBase)
    planned = {**pushed, "CI_PIPELINE_SOURCE": "schedule", "CI_COMMIT_BEFORE_SHA": proposal.parted}
    assert isinstance(proposal.base(planned), NoBase)


def test_azure(proposal: Proposal) -> None:
    here = {"TF_BUILD": "True", "BUILD_SOURCEVERSION": proposal.merge}
    request = {**here, "SYSTEM_PULLREQUEST_TARGETBRANCH": "main", "SYSTEM_PULLREQUEST_SOURCECOMMITID": proposal.head}
    assert proposal.base(request) == proposal.main
    assert proposal.base({**here, "BUILD_REASON": "IndividualCI"}) == proposal.main
    assert isinstance(proposal.base({**here, "BUILD_REASON": "Schedule"}), NoBase)


def test_a_shallow_clone(proposal: Proposal, tmp_path: Path) -> None:
    target = tmp_path / "grunn"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{proposal.repo.folder}", str(target)], check=True)
    found = find_base(target, "auto", proposal.github())
    assert reason(found) == "the revision that the build server names is not here"


def test_outside_git_and_what_a_user_names(proposal: Proposal, tmp_path: Path) -> None:
    found = find_base(tmp_path, "auto", proposal.github())
    assert reason(found).startswith("git says: fatal: not a git repository")
    assert find_base(tmp_path, "main~2", {}) == "main~2"
    assert reason(find_base(tmp_path, "auto", {})) == "no build server tells of a pull request or a push"
