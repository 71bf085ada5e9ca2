"""The schemas in a real editor: yaml-language-server over stdio, as VS Code runs it.

Install the server with `npm ci` in this folder; without it, or without node, the tests that need it are skipped.
"""

from __future__ import annotations

import json
import queue
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from planctl.load.schema.schema_book import SchemaBook

HERE = Path(__file__).parent
SCHEMAS = HERE.parents[1] / "schemas"
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = shutil.which("node")
TIMEOUT = 60.0
SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "schemaStore": {"enable": False},
        "kubernetesCRDStore": {"enable": False},
    }
}

MODELINE = "# yaml-language-server: $schema=../schemas/{}.schema.json\n"
VIRKSOMHETSPLAN = (
    MODELINE.format("virksomhetsplan")
    + """\
type: virksomhetsplan
id: vp2021-veg
tittel: Virksomhetsplan for veg og trafikk
virksomhet: veg-og-trafikk
periode: 2021
tiltak:
  - id: vp2021-veg.t1
    tittel: Bytte til elektriske feiebiler
    løser: [hp2021.o1]
    frist: 2021-10-01
    ansvarlig: veg-og-trafikk
    status: ikke startet
"""
)
# One file of every type, correct but for the last line, which the schema does not know.
FILES = {
    "økonomi": "type: økonomi\nperiode: 2021\nfil: 2021.csv\n",
    "planctl": 'format: 1\nkommune:\n  navn: Asker\n  nummer: "3025"\n',
    "organisasjon": "type: organisasjon\norganer:\n  - id: kommunestyret\n    tittel: Kommunestyret\n",
    "planstrategi": (
        "type: planstrategi\nid: ps\ntittel: Planstrategi\nperiode: 2020-2024\n"
        "vedtak:\n  - organ: kommunestyret\n    dato: 2020-10-13\n"
    ),
    "kommuneplan": (
        "type: kommuneplan\nid: kp\ntittel: Kommuneplan\nperiode: 2020-2032\n"
        "vedtak:\n  organ: kommunestyret\n  dato: 2020-06-09\n"
        "satsingsområder:\n  - id: klima\n    tittel: Klima\n"
        "    hovedmål:\n      - id: klima.h\n        tittel: Utslippene er lave\n"
        "        delmål:\n          - id: klima.d1\n            tittel: Bussene er elektriske\n"
    ),
    "temaplan": "type: temaplan\nid: tp\ntittel: Temaplan\nperiode: 2021-2033\narver: [klima]\n",
    "handlingsprogram": (
        "type: handlingsprogram\nid: hp\ntittel: Handlingsprogram\nperiode: 2021-2024\n"
        "målfordeling:\n  klima: [velferd]\nindikatorer:\n  - id: i1\n    tittel: Utslipp\n"
        '    bånd:\n      ønsket: "≤ −67"\n      akseptert: ["−66…−50", "4,5–6"]\n      ikke_godkjent: "> −50"\n'
    ),
    "virksomhetsplan": VIRKSOMHETSPLAN.split("\n", 1)[1],
    "rapportering": (
        "type: rapportering\nperiode: 2021-T2\nvirksomhet: veg\ntiltak:\n  vp.t1:\n    status: forsinket\n"
    ),
    "målinger": "type: målinger\nmålinger:\n  - indikator: i1\n    periode: 2021\n    verdi: ikke målt\n",
    "møteplan": (
        "type: møteplan\nid: mp\ntittel: Møteplan\nperiode: 2021\n"
        'møter:\n  - id: m1\n    organ: kommunestyret\n    dato: 2021-12-14\n    klokkeslett: "18:00"\n'
    ),
    "prosess": (
        "type: prosess\nid: bp\ntittel: Budsjettprosessen\nperiode: 2021-2022\ngjelder: hp2022\n"
        "aktiviteter:\n  - id: bp.vedtak\n    tittel: Budsjettet vedtas\n    ring: politisk\n    dato: 2021-12-14\n"
    ),
    "årshjul": (
        "type: årshjul\nid: åh\ntittel: Årshjul\nperiode: 2021\n"
        "aktiviteter:\n  - id: å1\n    tittel: Årshjulet\n    slag: årshjulssak\n    måned: 1\n"
    ),
    **{path.stem: path.read_text(encoding="utf-8") for path in HERE.parent.glob("disciplines/*/editor/*.yaml")},
}


class Server:
    """A language server process and the small part of the protocol that the tests speak."""

    def __init__(self, root: Path) -> None:
        """Start the server and shake hands."""
        assert NODE is not None
        self.process = subprocess.Popen(
            [NODE, str(SERVER), "--stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=root,
        )  # fmt: skip
        self.inbox: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self.diagnostics: dict[str, list[dict[str, Any]]] = {}
        self.last_id = 0
        threading.Thread(target=self._read, daemon=True).start()
        self.request(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=[{"uri": root.as_uri(), "name": "planer"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "hover": {"contentFormat": ["markdown", "plaintext"]},
                    "completion": {"completionItem": {"snippetSupport": True}},
                },
            },
        )
        self.notify("initialized")
        self.notify("workspace/didChangeConfiguration", settings=SETTINGS)

    def _read(self) -> None:
        """Put every message from the server in the inbox, and None at the end."""
        out = self.process.stdout
        assert out is not None
        while header := out.readline():
            length = int(header.split(b":")[1]) if header.lower().startswith(b"content-length") else 0
            while header.strip():
                header = out.readline()
                if header.lower().startswith(b"content-length"):
                    length = int(header.split(b":")[1])
            self.inbox.put(json.loads(out.read(length)))
        self.inbox.put(None)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def _receive(self, deadline: float) -> dict[str, Any]:
        """Take the next message; answer what the server asks, and keep its diagnostics."""
        try:
            message = self.inbox.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            raise AssertionError("the language server did not answer in time") from None
        assert message is not None, "the language server stopped"
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif method == "workspace/configuration":
            wanted = [SETTINGS.get(item.get("section", "")) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif method is not None and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def request(self, method: str, **params: Any) -> Any:
        """Ask, and wait for the answer."""
        self.last_id += 1
        self._send({"id": self.last_id, "method": method, "params": params})
        deadline = time.monotonic() + TIMEOUT
        while True:
            message = self._receive(deadline)
            if "method" not in message and message.get("id") == self.last_id:
                assert "error" not in message, message
                return message["result"]

    def notify(self, method: str, **params: Any) -> None:
        """Tell, without an answer."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str) -> str:
        """Write and open a file; returns its URI."""
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        return path.as_uri()

    def problems(self, uri: str) -> list[tuple[int, str]]:
        """Wait for the diagnostics of a file: line (from 1) and message."""
        deadline = time.monotonic() + TIMEOUT
        while uri not in self.diagnostics:
            self._receive(deadline)
        return [(d["range"]["start"]["line"] + 1, d["message"]) for d in self.diagnostics[uri]]

    def hover(self, uri: str, line: int, column: int) -> str:
        """Return the help text at a position (both from 1)."""
        answer = self.request("textDocument/hover", textDocument={"uri": uri}, position=position(line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def completion(self, uri: str, line: int, column: int) -> list[str]:
        """Return the labels offered at a position (both from 1)."""
        answer = self.request("textDocument/completion", textDocument={"uri": uri}, position=position(line, column))
        return [item["label"] for item in answer["items"]]

    def stop(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()


def position(line: int, column: int) -> dict[str, int]:
    """Return a protocol position, which counts from 0."""
    return {"line": line - 1, "character": column - 1}


def line_of(text: str, part: str) -> int:
    """Return the number of the first line that holds `part`."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository whose folder needs escaping, with the schemas in it."""
    root = tmp_path_factory.mktemp("plan") / "planer for Våler"
    root.mkdir()
    shutil.copytree(SCHEMAS, root / "schemas")
    return root


@pytest.fixture(scope="module")
def server(root: Path) -> Iterator[Server]:
    """Start one server for the whole module, where it is installed."""
    if NODE is None:
        pytest.skip("node is not installed")
    if not SERVER.exists():
        pytest.skip("yaml-language-server is not installed: run npm ci in tests/editor")
    server = Server(root)
    yield server
    server.stop()


def test_a_correct_file_has_no_problems(server: Server, root: Path) -> None:
    uri = server.open(root / "planer" / "riktig.yaml", VIRKSOMHETSPLAN)
    assert server.problems(uri) == []


def test_hover_explains_the_field(server: Server, root: Path) -> None:
    uri = server.open(root / "planer" / "hover.yaml", VIRKSOMHETSPLAN)
    help_text = server.hover(uri, line_of(VIRKSOMHETSPLAN, "frist:"), 6)
    assert "Frist" in help_text
    assert "Når tiltaket skal være ferdig" in help_text
    assert "(2021-Q3)" in help_text.replace("\\", "")
    assert "Oppdragene i handlingsprogrammet" in server.hover(uri, line_of(VIRKSOMHETSPLAN, "løser:"), 6)
    assert "Året planen gjelder for" in server.hover(uri, line_of(VIRKSOMHETSPLAN, "periode:"), 3)


def test_completion_offers_the_fields_of_a_tiltak(server: Server, root: Path) -> None:
    text = "".join(row for row in VIRKSOMHETSPLAN.splitlines(True) if "frist:" not in row and "ansvarlig:" not in row)
    text += "    \n"
    uri = server.open(root / "planer" / "felt.yaml", text)
    offered = server.completion(uri, len(text.splitlines()), 5)
    assert {"ansvarlig", "frist", "medansvarlige"} <= set(offered)
    assert "status" not in offered  # it is there already
    assert "virksomhet" not in offered  # it belongs to the plan


def test_completion_offers_the_values_of_status(server: Server, root: Path) -> None:
    text = VIRKSOMHETSPLAN.replace("status: ikke startet", "status: ")
    uri = server.open(root / "planer" / "status.yaml", text)
    offered = server.completion(uri, line_of(text, "status:"), len("    status: ") + 1)
    assert offered == ["idé", "ikke startet", "i rute", "risiko", "forsinket", "satt på vent", "fullført", "utgår"]


def test_a_draft_may_lack_its_period_and_an_adopted_plan_may_not(server: Server, root: Path) -> None:
    text = MODELINE.format("temaplan") + "type: temaplan\nid: tp\ntittel: Temaplan\nstatus: utkast\n"
    assert server.problems(server.open(root / "planer" / "utkast.yaml", text)) == []
    uri = server.open(root / "planer" / "vedtatt.yaml", text.replace("utkast", "vedtatt"))
    [(_, message)] = server.problems(uri)
    assert "periode" in message


def test_completion_offers_every_status_of_a_plan(server: Server, root: Path) -> None:
    text = MODELINE.format("temaplan") + "type: temaplan\nid: tp\ntittel: Temaplan\nstatus: \n"
    uri = server.open(root / "planer" / "planstatus.yaml", text)
    offered = server.completion(uri, len(text.splitlines()), len("status: ") + 1)
    assert offered == ["idé", "utkast", "på høring", "vedtatt", "under revisjon", "utgått"]


def test_completion_does_not_offer_goals_in_a_temaplan(server: Server, root: Path) -> None:
    text = MODELINE.format("temaplan") + FILES["temaplan"] + "\n"
    uri = server.open(root / "planer" / "temaplanfelt.yaml", text)
    offered = server.completion(uri, len(text.splitlines()), 1)
    assert "innsatsområder" in offered
    assert not {"hovedmål", "delmål", "mål", "tiltak"} & set(offered)


def test_a_wrong_value_is_a_problem(server: Server, root: Path) -> None:
    text = VIRKSOMHETSPLAN.replace("frist: 2021-10-01", "frist: 1. oktober")
    uri = server.open(root / "planer" / "frist.yaml", text)
    assert [line for line, _ in server.problems(uri)] == [line_of(text, "frist:")]


@pytest.mark.parametrize("name", FILES)
def test_every_schema_resolves_and_finds_a_wrong_field(server: Server, root: Path, name: str) -> None:
    kind = re.search(r"^type: (\S+)", FILES[name], re.MULTILINE)
    schema = SchemaBook().types[kind[1]] if kind else name
    text = MODELINE.format(schema) + FILES[name] + "ansvarleg: velferd\n"
    uri = server.open(root / "planer" / f"{name}.yaml", text)
    [(line, message)] = server.problems(uri)
    assert (line, "ansvarleg" in message) == (len(text.splitlines()), True), message


def test_a_schema_can_be_named_by_its_file_uri(server: Server, root: Path) -> None:
    uri = (root / "schemas" / "årshjul.schema.json").as_uri()
    text = f"# yaml-language-server: $schema={uri}\n{FILES['årshjul']}ansvarleg: velferd\n"
    [(_, message)] = server.problems(server.open(root / "planer" / "uri.yaml", text))
    assert "ansvarleg" in message


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: str(path.name))
def test_a_ref_stands_alone_or_beside_texts(path: Path) -> None:
    """The server moves any other keyword into an allOf, and loses the field's own help text."""
    nodes = [json.loads(path.read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, dict):
            assert "$ref" not in node or set(node) <= {"$ref", "title", "description", "examples"}, node
            nodes.extend(node.values())
        elif isinstance(node, list):
            nodes.extend(node)


def test_the_samples_cover_every_schema() -> None:
    assert {f"{SchemaBook().types.get(name, name)}.schema.json" for name in FILES} == {
        p.name for p in SCHEMAS.iterdir()
    } - {
        "felles.schema.json",
        "utdata",
    }
