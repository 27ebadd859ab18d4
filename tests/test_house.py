"""The house's rules: imports run one way, nothing goes in a circle, and every word of the graph is explained."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
import triplewire
from made import archive
from rdflib.namespace import OWL, RDF, RDFS
from triplewire.graph import terms as t
from triplewire.graph.encode import encode
from triplewire.ontology.iri import TW
from triplewire.ontology.model import ENTITY_TYPES

ROOT = Path(triplewire.__file__).parent
#: From the ground up: a room may import from itself and from lower floors.
FLOORS = {"ontology": 0, "machine": 1, "extract": 2, "graph": 2, "serving": 3, "front door": 4}
#: What one side of the house must not know.
STRANGERS = {
    "extract": {"rdflib", "pyoxigraph", "oxrdflib", "networkx"},
    "graph": {"spacy"},
    "ontology": {"spacy"},
    "machine": {"spacy", "rdflib", "pyoxigraph", "oxrdflib", "networkx"},
}


def modules() -> dict[str, Path]:
    """The package's modules by dotted name, without the root's."""
    files = [*ROOT.glob("*.py"), *(f for room in FLOORS for f in (ROOT / room).rglob("*.py"))]
    return {".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): f for f in files}


def room(module: str) -> str:
    return module.split(".")[0] if module.split(".")[0] in FLOORS else "front door"


def imports(module: str, path: Path, *, at_start_only: bool) -> set[str]:
    """What a module imports: modules of the package by dotted name from its root, others by theirs."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = list(_at_start(tree)) if at_start_only else list(ast.walk(tree))
    here = module.split(".") if path.name == "__init__.py" else module.split(".")[:-1]
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module or "")
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] + (node.module or "").split(".")
            base = [part for part in base if part]
            found |= {".".join([*base, name.name]) for name in node.names} | ({".".join(base)} - {""})
    return found


def _at_start(node: ast.AST) -> list[ast.AST]:
    """Statements that run when the module is imported: not those in functions or for type checkers."""
    found: list[ast.AST] = []
    for child in ast.iter_child_nodes(node):
        lazy = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        typing = isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING"
        if not lazy and not typing:
            found += [child, *_at_start(child)]
    return found


def test_rooms_of_extraction_stand_on_one_another() -> None:
    known = modules()
    rooms = nx.DiGraph()
    for module, path in known.items():
        here = module.split(".")
        for target in imports(module, path, at_start_only=True) & known.keys():
            there = target.split(".")
            if here[0] == there[0] == "extract" and len(here) > 2 and len(there) > 2 and here[1] != there[1]:
                rooms.add_edge(here[1], there[1])
    assert list(nx.simple_cycles(rooms)) == []


def test_imports_run_from_the_front_door_down() -> None:
    known = modules()
    wrong = [
        f"{module} → {target}"
        for module, path in known.items()
        for target in imports(module, path, at_start_only=False) & known.keys()
        if room(target) != room(module) and FLOORS[room(target)] >= FLOORS[room(module)]
    ]
    assert wrong == []


def test_no_side_of_the_house_knows_the_other_sides_tools() -> None:
    wrong = [
        f"{module} → {target}"
        for module, path in modules().items()
        for target in imports(module, path, at_start_only=False)
        if target.split(".")[0] in STRANGERS.get(room(module), set())
    ]
    assert wrong == []


def test_imports_do_not_go_in_circles() -> None:
    known = modules()
    graph = nx.DiGraph(
        (module, target)
        for module, path in known.items()
        for target in imports(module, path, at_start_only=True) & known.keys()
        if target and not module.startswith(f"{target}.")
    )
    assert [sorted(circle) for circle in nx.strongly_connected_components(graph) if len(circle) > 1] == []


def test_the_package_imports_itself_by_relative_paths() -> None:
    wrong = [
        module
        for module, path in modules().items()
        if any(target.split(".")[0] == "triplewire" for target in imports(module, path, at_start_only=False))
    ]
    assert wrong == []


@pytest.mark.parametrize("heavy", ["spacy", "rdflib", "pandas", "pyoxigraph", "networkx", "starlette"])
def test_importing_the_package_brings_nothing_heavy(heavy: str) -> None:
    code = f"import sys, triplewire; triplewire.__version__; dir(triplewire); sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_graph_in_a_folder_needs_no_parser_and_no_network() -> None:
    code = (
        "import sys; from triplewire import KnowledgeGraph; sys.exit(bool({'spacy', 'requests'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_public_name_is_there() -> None:
    for name in triplewire.__all__:
        assert getattr(triplewire, name)
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = triplewire.nothing


# The ontology


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ROOT / "ontology" / "triplewire.ttl", format="turtle")


def used() -> set[str]:
    """The words of the vocabulary that some graph uses, but for relation and event types, which relations.ttl has."""
    found = {getattr(t, name) for name in dir(t) if name.isupper() and isinstance(getattr(t, name), str)}
    for analysis in archive(5):
        for quad in ox.parse(encode(analysis).triples, ox.RdfFormat.N_TRIPLES):
            if quad.predicate.value not in (t.RELATION_TYPE, t.EVENT_TYPE, t.SUB_PROPERTY_OF):
                found |= {quad.predicate.value, getattr(quad.object, "value", "")}
    found |= {TW + name for name in ENTITY_TYPES}
    typed = {TW + "supports", TW + "attacks", TW + "meets", TW}
    return {word for word in found if word.startswith(TW)} - typed


def test_every_word_of_the_graph_is_declared_with_label_and_comment(ontology: rdflib.Graph) -> None:
    for word in sorted(used()):
        node = rdflib.URIRef(word)
        assert ontology.value(node, RDF.type), word
    for node in set(ontology.subjects(RDF.type)):
        assert isinstance(ontology.value(node, RDFS.label), rdflib.Literal), node
        assert str(ontology.value(node, RDFS.comment)).endswith("."), node


def test_the_vocabulary_stays_small(ontology: rdflib.Graph) -> None:
    own = {kind: {s for s in ontology.subjects(RDF.type, kind) if str(s).startswith(TW)} for kind in (
        OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty,
    )}  # fmt: skip
    assert len(own[OWL.Class]) <= 16
    assert len(own[OWL.ObjectProperty] | own[OWL.DatatypeProperty]) <= 30
