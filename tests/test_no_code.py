"""Nothing in a plan repository can make planctl run its code: not a module, a package, a template or a setting."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from git_support import IDENTITY, Repo
from support import HERE, base_files

CODE = "import os\nwith open(os.environ['MARK'], 'a') as file:\n    file.write(__file__ + '\\n')\n"
"""What leaves a mark when it is run."""
WATCHED = """
import os, sys
log, root = os.open(os.environ["MARK"], os.O_WRONLY | os.O_APPEND | os.O_CREAT), os.getcwd()

def hook(event, args):
    if event in ("import", "compile"):
        seen = [item for item in args if isinstance(item, (str, bytes))][-1:]
    elif event == "exec":
        seen = [args[0].co_filename]
    elif event == "open" and str(args[0]).endswith((".pyc", ".pth", ".so")):
        seen = [args[0]]
    else:
        return
    for name in map(os.fsdecode, seen):
        if os.path.isabs(name) and name.startswith(root):
            os.write(log, f"{event} {name}\\n".encode())

sys.addaudithook(hook)
sys.argv[0] = "planctl"
"""
"""Tells of every file of the working directory that is imported, compiled, run, or opened as compiled code."""
ENTRY = "from planctl.__main__ import command\ncommand()\n"
MODULES = (
    "planctl/__init__.py", "planctl/__main__.py", "planctl/disciplines/__init__.py", "planctl/disciplines/ond/__init__.py",
    "planctl/disciplines/ond/rules/__init__.py", "planctl/disciplines/ond/rules/ond.py", "planctl/rules/ond.py",
    "disciplines/__init__.py", "disciplines/ond/__init__.py", "disciplines/ond/chapter.py", "disciplines/ond/calendar.py",
    "disciplines/ond/document.py", "disciplines/ond/rules/__init__.py", "disciplines/ond/rules/ond.py", "rules/ond.py",
    "src/planctl/disciplines/ond/__init__.py", "src/planctl/disciplines/ond/chapter.py", "ond.py", "conftest.py",
    "sitecustomize.py", "usercustomize.py", "setup.py", "yaml.py", "json.py", "typer.py", "jinja2/__init__.py",
    "babel/__init__.py", "git.py", "rich/__init__.py", "jsonschema_rs.py", "templates/ond.py", "templates/__init__.py",
    ".planctl/__init__.py", ".planctl/ond.py", "schemas/ond.py", "locales/ond.py",
)  # fmt: skip
SETTINGS = """\
disipliner: [ond]
disciplines: ond
packages: [disciplines, ond]
plugins: [ond, disciplines.ond]
schemas: schemas
moduler: [ond]
"""
SCHEMA = (HERE / "made_up/schemas/lekeplasser.schema.json").read_text(encoding="utf-8")
OTHERS = {
    "ond.pth": "import ond\n",
    "pyvenv.cfg": "home = .\n",
    "pyproject.toml": '[project.entry-points."planctl.disciplines"]\nond = "ond"\n',
    "schemas/lekeplasser.schema.json": SCHEMA,
    ".planctl/schemas/lekeplasser.schema.json": SCHEMA,
    "lekeplasser/2021.yaml": (HERE / "made_up/lekeplasser.yaml").read_text(encoding="utf-8"),
    "templates/tertialrapport.md.j2": '{% import "ond.py" as ond %}{{ ond }}',
    "templates/dokumenter/ond.md.j2": "{{ report }}",
    "templates/dokumenter/planregister.md.j2": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
}
COMMANDS = (
    "validate", "validate --format sarif", "validate --since HEAD", "validate --against HEAD", "validate --select ond",
    "validate --fix", "status", "list", "list --open", "show vp2021-veg.t1", "trace klima.d1", "diff HEAD",
    "history vp2021-veg.t1", "report --tertial 1 --year 2021", "report --annual --year 2020",
    "report --document planregister", "report --document ond", "calendar --layer frister", "calendar --format svg",
    "rules", "explain 301", "explain 899", "schema", "template list", "template check", "codeowners", "baseline write",
    "git-setup", "init ny", "--help", "list --help", "--version",
)  # fmt: skip


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A plan repository full of code, in git."""
    settings = base_files()["planctl.yaml"] + SETTINGS
    code = dict.fromkeys(MODULES, CODE)
    return Repo(tmp_path / "plan", {**base_files(), **OTHERS, **code, "planctl.yaml": settings})


def run(repo: Repo, program: list[str], command: str) -> tuple[int, str, list[str]]:
    """Run a command in the repository; give its exit code, what it said, and the marks that code of it left."""
    mark = repo.folder.parent / "marks"
    mark.unlink(missing_ok=True)
    own = {"MARK": str(mark), "PYTHONDONTWRITEBYTECODE": "", "PLANCTL_LANG": "en"}
    env = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"} | IDENTITY | own
    done = subprocess.run(
        [*program, *command.split()], cwd=repo.folder, env=env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr, mark.read_text().splitlines() if mark.exists() else []


@pytest.mark.parametrize("safe", [True, False])
def test_code_that_runs_leaves_marks(repo: Repo, safe: bool) -> None:
    """The traps work: Python itself takes modules of the working directory, unless it is told not to (`-P`)."""
    _, _, marks = run(repo, [sys.executable, *(["-P"] if safe else []), "-c", f"{WATCHED}import yaml, ond"], "")
    trap = str(repo.folder / "yaml.py")
    assert (f"exec {trap}" in marks, trap in marks) == (not safe, not safe)


def test_no_command_runs_it(repo: Repo) -> None:
    """Each command is watched by an audit hook; what it starts itself, such as templates' process, by the marks."""
    program = [sys.executable, "-P", "-c", WATCHED + ENTRY]
    told = {command: run(repo, program, command) for command in COMMANDS}
    assert {command: marks for command, (_, _, marks) in told.items() if marks} == {}
    assert {code for code, _, _ in told.values()} <= {0, 1, 2}
    assert "disciplines" in told["validate"][1]
    assert "There is no document «ond»" in told["report --document ond"][1]
    assert "No rule is called «ond»" in told["validate --select ond"][1]
    assert "ekeplass" not in told["rules"][1] + told["list --help"][1]
    assert "import os with open" in told["report --tertial 1 --year 2021"][1]  # as text
    assert "templates/dokumenter/planregister.md.j2:1" in told["report --document planregister"][1]


@pytest.mark.parametrize("command", ["validate", "report --document planregister", "calendar --format svg"])
def test_the_program_itself_does_not_run_it(repo: Repo, command: str) -> None:
    program = Path(sys.executable).with_name("planctl")
    assert run(repo, [str(program)], command)[2] == []
