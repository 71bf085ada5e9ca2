"""The address of a remote as it can be shown, and the pages and places of the host that it is at."""

from __future__ import annotations

import re

from planctl.values import dataclass

_URL = re.compile(r"(?P<scheme>https?|ssh|git)://(?:[^/@]*@)?(?P<host>[\w.-]+)(?::\d+)?/(?P<path>[^?#]*)")
_SHORT = re.compile(r"(?:[\w.+-]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?P<path>[^?#]*)")
_PATH = re.compile(r"[\w.~%+ -]+(?:/[\w.~%+ -]+)+")
_AZURE = re.compile(r"v3/([^/]+)/([^/]+)/([^/]+)")


@dataclass(frozen=True, slots=True)
class Host:
    """A kind of host: its name, what stands between a repository and a SHA, and where it looks for CODEOWNERS."""

    name: str
    commit: str
    codeowners: tuple[str, ...] = ()


GITHUB = Host("GitHub", "commit", (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"))
GITLAB = Host("GitLab", "-/commit", ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"))
AZURE = Host("Azure DevOps", "commit")


@dataclass(frozen=True, slots=True)
class Remote:
    """Where a remote is: its host's name in the network, the path there, and the kind of host where it is known."""

    address: str
    path: str
    host: Host | None

    @property
    def shown(self) -> str:
        """Where it is, without names, passwords and tokens."""
        return f"{self.address}/{self.path}"

    @property
    def commits(self) -> str | None:
        """What comes before a SHA in the address of a commit's page; None where the host is not known."""
        return None if self.host is None else f"https://{self.shown}/{self.host.commit}/"


def remote_of(address: str | None) -> Remote | None:
    """Read the address of a remote; None for a folder of this machine and what cannot be shown safely."""
    found = (_URL.fullmatch(address) or _SHORT.fullmatch(address)) if address else None
    if found is None:
        return None
    name, path = found["host"].lower(), found["path"].strip("/").removesuffix(".git")
    azure = _AZURE.fullmatch(path) if name == "ssh.dev.azure.com" else None
    if azure is not None:
        name, path = "dev.azure.com", f"{azure[1]}/{azure[2]}/_git/{azure[3]}"
    if not _PATH.fullmatch(path) or ".." in path.split("/"):
        return None
    return Remote(name, path.replace(" ", "%20"), _host(name))


def _host(name: str) -> Host | None:
    if name == "github.com":
        return GITHUB
    if name == "gitlab.com" or name.startswith("gitlab."):
        return GITLAB
    return AZURE if name == "dev.azure.com" or name.endswith(".visualstudio.com") else None
