"""Reports by templates: planctl's own are filled in here, those that a repository brings in a process of their own.

Whoever can change a repository can change its templates, and a template can be written to take all time and memory.
The child process gets 10 seconds for each, 512 MB of memory where the system can bound that, and may send so many
bytes; it is ended when it passes one of them, and with the command. It sends text and JSON only.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import IO, Any, Self

from planctl.i18n import Language, T, Text
from planctl.load.files.tree import Tree
from planctl.reports.rendering import templates as render
from planctl.reports.rendering.child_process import GRACE, MEGABYTES, SECONDS, SIZE
from planctl.reports.rendering.sandbox import MAX_CHARS
from planctl.reports.rendering.templates import OWN, TemplateError

_START_SECONDS = 60
"""How long the process may take to begin: a machine that is busy needs some seconds."""
_MOST_BYTES = 8 * MAX_CHARS
_MOST_SIGNS = 4_000_000
_MOST_LINES = 50_000
_MOST_CELLS = 200_000
"""What a report may hold, for the other formats take far more time and memory than its Markdown."""


class Reports:
    """Fills in templates in one language; to be used in a `with`, which ends the process that it may have begun."""

    def __init__(self, lang: Language, tree: Tree) -> None:
        self._lang = lang
        self._tree = tree
        self._shipped = render.environment(lang, render.NoneOfItsOwn(tree))
        self._child: _Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._child is not None:
            self._child.end()

    def rendered(self, template: str, values: Mapping[str, Any]) -> str:
        """Fill in a template; raise TemplateError with what is wrong with one of the repository's own."""
        try:
            return render.rendered(self._shipped, template, values)
        except render.OwnTemplateError:
            return self._own(template, values)

    def problem(self, template: str) -> TemplateError | None:
        """Read a template of the repository, and tell what is wrong with it."""
        try:
            self._own(template, None)
        except TemplateError as error:
            return error
        return None

    def _own(self, template: str, values: Mapping[str, Any] | None) -> str:
        if self._child is None or not self._child.alive:
            self._child = _Child(self._lang, self._tree)
        return self._child.ask(template, values)


class _Child:
    """A process that fills in templates, and the road to it."""

    def __init__(self, lang: Language, tree: Tree) -> None:
        self._tree = tree
        self._path = OWN
        self._late = False
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "planctl.reports.rendering.child_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answer((lang.code, lang.words, lang.disciplines), _START_SECONDS)

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def ask(self, template: str, values: Mapping[str, Any] | None) -> str:
        """Have a template filled in, or only read; raise TemplateError with what is wrong or which limit it passed."""
        self._path = f"{OWN}/{template}"
        answer = self._answer((template, values), SECONDS + GRACE)
        if "text" in answer:
            return self._fitting(str(answer["text"]))
        if "problem" in answer:
            raise TemplateError(_text(answer["problem"]), str(answer["path"]), int(answer["line"]))
        raise self._over(T("The template takes more than {limit} MB of memory", limit=MEGABYTES))

    def _fitting(self, text: str) -> str:
        """Give the text back; raise TemplateError where it is larger than any report."""
        if len(text) > _MOST_SIGNS or text.count("\n") > _MOST_LINES or text.count("|") > _MOST_CELLS:
            message = T(
                "The template writes more than a report can hold: {signs} characters, {lines} lines or {cells} cells "
                "of tables",
                signs=float(_MOST_SIGNS), lines=float(_MOST_LINES), cells=float(_MOST_CELLS),
            )  # fmt: skip
            raise self._over(message)
        return text

    def _answer(self, message: Any, seconds: float) -> dict[str, Any]:
        """Send a message and read the answer; the process is killed when it takes too long, and reads templates."""
        timer = threading.Timer(seconds, self._kill)
        timer.daemon = True
        timer.start()
        try:
            self._send(message)
            while True:
                answer = self._receive()
                if "read" not in answer:
                    return answer
                self._send(self._source(str(answer["read"])))
        except (BrokenPipeError, EOFError) as error:
            raise self._over(self._why()) from error
        finally:
            timer.cancel()

    def _kill(self) -> None:
        self._late = True
        self._process.kill()

    def _send(self, message: Any) -> None:
        stream = _open(self._process.stdin)
        data = pickle.dumps(message)
        stream.write(SIZE.pack(len(data)) + data)
        stream.flush()

    def _receive(self) -> dict[str, Any]:
        stream = _open(self._process.stdout)
        size = SIZE.unpack(_exactly(stream, SIZE.size))[0]
        if size > _MOST_BYTES:
            message = T("The template writes more than {limit} million characters", limit=MAX_CHARS // 1_000_000)
            raise self._over(message)
        answer: dict[str, Any] = json.loads(_exactly(stream, size))
        return answer

    def _source(self, path: str) -> bytes | OSError:
        """Read a template for the process: nothing but what lies in the folder of templates."""
        if not path.startswith(f"{OWN}/") or ".." in path.split("/"):
            return FileNotFoundError(path)
        try:
            data = self._tree.read(path)
        except OSError as error:
            return error
        self._path = path
        return data

    def _why(self) -> Text:
        """Tell which limit ended the process."""
        code = self._process.wait()
        if self._late or code == 1:  # 1 is the watch in the process itself
            return T("The template takes more than {limit} seconds", limit=SECONDS)
        return T("The template takes more than {limit} MB of memory", limit=MEGABYTES)

    def _over(self, message: Text) -> TemplateError:
        self.end()
        return TemplateError(message, self._path, 1)


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise EOFError
    return stream


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _text(data: Any) -> Any:
    """Make a message of the data that the process sent."""
    if isinstance(data, dict):
        return Text(str(data["msgid"]), {name: _text(item) for name, item in data["params"].items()})
    return data
