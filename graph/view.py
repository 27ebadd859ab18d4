"""The interactive page: a network as one self-contained HTML file, drawn by PyVis and vis-network in our own template.

Everything the page needs is inside it and its security policy forbids requests, so it opens anywhere, offline, and
tells nobody. Text from articles is data: it is embedded as JSON and only ever shown as text. The same network gives
the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..ontology.errors import UsageError
from .pagedata import page_edges, page_nodes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from importlib.resources.abc import Traversable

    import networkx as nx

DEFAULT_TITLE = "Who does what to whom"
#: The page's own script is these files in this order, in one closed scope.
SCRIPTS = (
    "data", "words", "dom", "choose", "labels", "settle", "film", "lines", "blocs", "room", "scene",
    "filters", "evidence", "histogram", "timeline", "cards", "search", "address", "save", "main",
)  # fmt: skip
#: What vis-network is told: the positions stand, the pointer and we do the rest.
OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "hoverConnectedEdges": False,
        "keyboard": False,
        "multiselect": False,
        "selectConnectedEdges": False,
        "zoomSpeed": 0.8,
    },
    "nodes": {"borderWidth": 1.5, "chosen": False, "shape": "dot"},
    "edges": {"chosen": False, "selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": False},
}


def render(network: nx.MultiDiGraph[str], *, title: str = DEFAULT_TITLE) -> str:
    """The page as a string. `network` is what `to_networkx` gives; it is not changed."""
    from pyvis.network import Network  # brings IPython along: slow, and only the page needs it

    page = Network(directed=True, cdn_resources="in_line", heading=_unicode(title))
    nodes, number = page_nodes(network)
    for node in nodes:
        page.add_node(node.pop("id"), **node)
    edges, tables = page_edges(network, number)
    for edge in edges:
        page.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    page.set_options(json.dumps(OPTIONS))
    page.templateEnv = _environment(tables)
    page.path = "page.html"
    return str(page.generate_html())


def write(network: nx.MultiDiGraph[str], path: str | Path, *, title: str = DEFAULT_TITLE) -> Path:
    """Write the page to `path` (UTF-8), making its folder where that is missing. Returns the path."""
    target = Path(path)
    text = render(network, title=title)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8"))
    except OSError as error:
        raise UsageError(str(target), f"cannot be written ({error.strerror})", "choose another place") from error
    return target


def embed(value: Any) -> str:
    """`value` as JSON that is inert inside an HTML `<script>` element and inside JavaScript."""
    text = _unicode(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))
    return re.sub("[<>&\u2028\u2029]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _environment(tables: dict[str, Any]) -> Any:
    """The Jinja environment of our template, in the place of PyVis's own, which asks a CDN for Bootstrap."""
    import pyvis
    from jinja2 import DictLoader, Environment, StrictUndefined
    from markupsafe import Markup

    room = files(__package__) / "page"
    library = files(pyvis) / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    # The last line names a source map, which a browser's developer tools would ask for.
    drawing = _text(library).partition("//# sourceMappingURL")[0]
    body = "\n".join(_text(room / f"{name}.js") for name in SCRIPTS)
    script = f'(() => {{\n"use strict";\n{body}}})();\n'
    style = _text(room / "page.css")
    environment = Environment(
        loader=DictLoader({"page.html": _text(room / "page.html")}), autoescape=True, undefined=StrictUndefined
    )
    environment.filters["embed"] = lambda value: Markup(embed(value))
    environment.globals.update(
        tables=tables, library=Markup(drawing), script=Markup(script), style=Markup(style),
        policy=_policy((drawing, script), style),
    )  # fmt: skip
    return environment


def _policy(scripts: Iterable[str], style: str) -> str:
    """A content security policy under which only these scripts and this style run, and no request is made."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(_hash, scripts)),
            f"style-src {_hash(style)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _text(file: Traversable) -> str:
    return file.read_text("utf-8").replace("\r\n", "\n")


def _unicode(text: str) -> str:
    """Text that UTF-8 can hold: half a character, left over from a broken source, becomes U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
