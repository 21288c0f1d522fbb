"""What the code says in English, as templates made from its strings, and room for them in the ``.ts`` file.

``python -m tools.docs.messages [es]`` counts what logs, errors, pages and figures say and what of it is translated;
``--list KIND`` prints the templates of a kind (``raised``, ``logged``, ``shown``) that are not. ``--update`` writes
new templates into ``messages_<language>.ts`` and drops those that nothing says any more; what was translated stays.
Nothing in the code is marked: an f-string ``f"Folder {folder} does not exist"`` is the template
``Folder {folder} does not exist``.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from string import Formatter
from typing import Any, Optional

from landslide_plugin.core.words.files import HELPS, LABELS, MESSAGES, translation_file, translations
from landslide_plugin.core.words.template import HOLE, Template, written
from tools.check.source import PLUGIN, Source, dotted, read_all
from tools.docs.translations import ts

REPOSITORY = Path(__file__).resolve().parents[2]
RAISED, LOGGED, SHOWN = "raised", "logged", "shown"
KINDS = (RAISED, LOGGED, SHOWN)
"""Of errors, of logs, and of pages, figures, tables and all that lines are put together from."""
LOGS = {"info", "warning", "pushInfo", "pushWarning"}
HELP = {"help", "HELP", "DESCRIPTION", "TITLE_HELP"}
OF_MARKS = {"class_"}
"""Arguments that hold names of styles in a page."""
STYLES = "resources/style/styles.json"
NOT_SAID = (
    "core/words/*",
    "core/io/raster/class_table.py",
    "core/io/geopackage.py",
    "algorithms/styles/files.py",
    "provider.py",
)
"""Files whose strings are formats of files, or the machinery of words."""
NO_LANGUAGE = frozenset(
    f"{prefix}{end} {side}"
    for prefix in ("", "outside ")
    for end in ("upper", "lower", "center")
    for side in ("left", "right", "center")
) | {
    "axes fraction",
    "offset points",
    "Open Sans",
    "Source Sans 3",
    "Noto Sans",
    "Segoe UI",
    "DejaVu Sans",
    "Helvetica Neue",
}
"""Words of matplotlib and Qt."""
OF_FILES = {
    *("flujo de detritos", "flujo de escombros", "flujo de lodo", "lave torrentielle"),
    *("us survey foot", "time: sum", "Landslide Susceptibility settings", "Landslide Susceptibility"),
}
"""What is read from files or written for programs, in whatever language, and the name of the plugin."""
_SINGLE = (
    "better worse area landslide landslides stable factors model map report north east south west filled drain kept "
    "low high cells points polygons lines elevation horn multiple calibrated votes none yes no unsaturated transient "
    "dated members to bilinear nearest average degrees percent metres logarithm earthquake rain road shallowest "
    "deepest uniform shaking cohesion friction slope inventory assessed forecast Inside Difference "
    "South West Cohesion Stream"
)
_NAMES = ("soil depth", "unit weight", "water table", "What not to conclude")
SINGLE = (*_SINGLE.split(), *_NAMES, "{value} % of the area")
"""Words that lines are put together from; a string of one word is mostly a key, so these are named."""
OF_THE_SYSTEM = (
    *("No space left on device", "Permission denied", "File name too long", "No such file or directory"),
    *("Not a directory", "Is a directory", "Read-only file system", "Too many levels of symbolic links"),
    *("Disk quota exceeded", "Input/output error", "File exists", "File too large", "Too many open files"),
    *("Operation not permitted", "Invalid argument", "Device or resource busy", "Directory not empty"),
)
"""Reasons of the system that an error hands on."""
OF_HELP = ("core/quantities/*",)
WORDS = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(
    r"^\s*[<{]|</|^\w+\(|^\*\.|^\s*[\w-]+=\"|\\[Sd]|^\+proj|^python -m|^import \w+;|^\s*\"\w+\": |"
    r"[{}]\s*\w+:|^[A-Z_]+ = |\bSELECT\b|\bINTO\b|^[a-z_]+[.:=/][^ ]|^--|^[\w.]+/[\w./]+$"
)


def messages(root: Path = REPOSITORY / PLUGIN) -> dict[str, str]:
    """Kind of every template in the source, by its written form, in order of the files."""
    found: dict[str, str] = {}
    for source in read_all(root):
        if source.matches(NOT_SAID):
            continue
        for text, kind in said_in(source):
            if text not in found or KINDS.index(kind) < KINDS.index(found[text]):
                found[text] = kind
    styles = json.loads((root / STYLES).read_text(encoding="utf-8"))
    said = [text for text in strings_of(styles) if is_said(text) and not re.match(r"(over )?[\d.]+ ", text)]
    return {**found, **dict.fromkeys((*SINGLE, *OF_THE_SYSTEM, *said), SHOWN)}


def strings_of(value: Any) -> Iterator[str]:
    """Every text of a JSON value.

    >>> list(strings_of({"a": ["b", {"c": "d"}], "e": 1}))
    ['b', 'd']
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_of(one)


def said_in(source: Source) -> Iterator[tuple[str, str]]:
    """Written templates of one file and their kinds."""
    parents = {child: node for node in ast.walk(source.tree) for child in ast.iter_child_nodes(node)}
    silent = _docstrings(source.tree) | _help(source)
    for node in ast.walk(source.tree):
        parent = parents.get(node)
        of_a_string = isinstance(parent, ast.JoinedStr) or node is getattr(parent, "format_spec", None)
        if id(node) in silent or of_a_string:
            continue
        if _is_part_of_a_sum(node, parents):
            continue
        for text in texts_of(template_of(node) or ""):
            if is_said(text, source.path):
                yield text, _kind(node, parents)


def texts_of(text: str) -> list[str]:
    """What a written template says between the marks of HTML, line by line.

    >>> texts_of("<h1>Stress of {name}</h1><p>{words}</p>")
    ['Stress of {name}', '{words}']
    """
    pieces = re.split(r"<style.*?</style>|</?[a-z][^<>]*>|\n", text, flags=re.DOTALL)
    lines = [piece for piece in pieces if piece.strip()]
    return [_renamed(piece) for piece in lines] if len(lines) > 1 or lines != [text] else lines


def _renamed(piece: str) -> str:
    """A piece of a template as a template of its own."""
    template = Template.of(unescape(piece))
    return written(template.literals, [re.sub(r"\d+$", "", name) or name for name in template.names])


def template_of(node: ast.AST) -> Optional[str]:
    """Written template of a string in the source; None of what is none.

    >>> template_of(ast.parse('f"{len(rows)} of {self.count:d} {a.b()}"', mode="eval").body)
    '{rows} of {count} {b}'
    >>> template_of(ast.parse('"a " + (b or c) + " d"', mode="eval").body)
    'a {value} d'
    >>> template_of(ast.parse('"Needs {}"', mode="eval").body)
    'Needs {value}'
    """
    parts = _parts(node)
    if parts is None:
        return None
    literals, names = [""], []
    for part, is_hole in parts:
        if is_hole:
            names.append(part)
            literals.append("")
        else:
            literals[-1] += part
    return written(literals, names)


def _parts(node: ast.AST) -> Optional[list[tuple[str, bool]]]:
    """Literal pieces and holes of a string, a sum of strings or a text to be formatted."""
    if isinstance(node, ast.Constant):
        return _formatted(node.value) if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        parts: list[tuple[str, bool]] = []
        for value in node.values:
            if isinstance(value, ast.Constant):
                parts.append((str(value.value), False))
            elif isinstance(value, ast.FormattedValue):
                parts.append((name_of(value.value), True))
        return parts
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _parts(node.left), _parts(node.right)
        if left is None and right is None:
            return None
        return [*(left or [(name_of(node.left), True)]), *(right or [(name_of(node.right), True)])]
    return None


def _formatted(text: str) -> list[tuple[str, bool]]:
    """Pieces of a text that ``format`` may fill; one piece if it cannot be such a text."""
    try:
        pieces = list(Formatter().parse(text))
    except ValueError:
        return [(text, False)]
    if any(name is not None and not re.fullmatch(r"|\w+", name) for _, name, _, _ in pieces):
        return [(text, False)]
    found: list[tuple[str, bool]] = []
    for literal, name, _, _ in pieces:
        found.append((literal, False))
        if name is not None:
            found.append((name if name.isidentifier() else "value", True))
    return found


def name_of(node: ast.AST) -> str:
    """What a hole is called: the last name of its expression.

    >>> [name_of(ast.parse(text, mode="eval").body) for text in ("a.b", "len(c)", "d['e']", "f(g)", "1 + 2", "x[0]")]
    ['b', 'c', 'e', 'f', 'value', 'x']
    """
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Call):
        plain = isinstance(node.func, ast.Name) and node.func.id in (
            "len",
            "str",
            "int",
            "float",
            "repr",
            "sorted",
        )
        if plain and node.args:
            return name_of(node.args[0])
        return "value" if dotted(node.func).endswith("join") or not dotted(node.func) else name_of(node.func)
    if isinstance(node, ast.Subscript):
        key = node.slice
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and key.value.isidentifier():
            return key.value
        return name_of(node.value)
    return "value"


def is_said(text: str, path: str = "") -> bool:
    """Whether a template is something to read: words, and neither code nor a key.

    >>> is_said("{count} cells lie outside"), is_said("T{period}"), is_said("SELECT a FROM b"), is_said("{a} {b}")
    (True, False, False, False)
    """
    fixed = Template.of(text).skeleton
    if CODE.search(fixed) or fixed in NO_LANGUAGE | OF_FILES or fixed == f"the {HOLE}":
        return False
    if " " in fixed.strip():
        return any(word.lower() == word or word.istitle() for word in WORDS.findall(fixed))
    of_a_page = path.startswith(("core/report", "core/evaluation", "core/workflows"))
    return of_a_page and re.fullmatch(r"[A-Z][a-z]{3,}", text) is not None


def _docstrings(tree: ast.Module) -> set[int]:
    """Strings that stand alone: docstrings, and what is said of a name below it; annotations too."""
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        kinds = [getattr(node, name, None) for name in ("annotation", "returns")]
        silent.update(id(inner) for kind in kinds if kind is not None for inner in ast.walk(kind))
    return silent


def _help(source: Source) -> set[int]:
    """Strings of help texts, and names that dialogs show: they are counted with the dialogs."""
    silent: set[int] = set()
    for node in ast.walk(source.tree):
        held: list[ast.AST] = []
        if isinstance(node, ast.Call):
            held = [word.value for word in node.keywords if word.arg in HELP | OF_MARKS]
            if dotted(node.func) in ("self.add", "algorithm.add") and len(node.args) > 1:
                held.append(node.args[1])
            if dotted(node.func) in ("Quantity", "_quantity") and source.matches(OF_HELP):
                held += node.args
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(dotted(target).split(".")[-1] in HELP for target in targets) and node.value is not None:
                held = [node.value]
        silent.update(id(inner) for each in held for inner in ast.walk(each))
    return silent


def _is_part_of_a_sum(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> bool:
    parent = parents.get(node)
    return (
        isinstance(node, (ast.Constant, ast.JoinedStr, ast.BinOp))
        and isinstance(parent, ast.BinOp)
        and isinstance(parent.op, ast.Add)
    )


def _kind(node: ast.AST, parents: Mapping[ast.AST, ast.AST]) -> str:
    """Whether a string is raised, logged or shown: by what it stands in, statement by statement."""
    above: Optional[ast.AST] = node
    while above is not None and not isinstance(above, (ast.FunctionDef, ast.ClassDef)):
        if isinstance(above, ast.Raise) or (
            isinstance(above, ast.Call) and dotted(above.func).endswith("Error")
        ):
            return RAISED
        if isinstance(above, ast.Call) and dotted(above.func).split(".")[-1] in LOGS:
            return LOGGED
        above = parents.get(above)
    return SHOWN


def ambiguous(found: Mapping[str, str]) -> list[tuple[str, str]]:
    """Templates that read the same texts and yet are two: their translations would be left to chance."""
    by_skeleton: dict[str, str] = {}
    twins = []
    for text in found:
        skeleton = Template.of(text).skeleton
        if skeleton in by_skeleton:
            twins.append((by_skeleton[skeleton], text))
        by_skeleton.setdefault(skeleton, text)
    return twins


def one_of_each(found: Mapping[str, str]) -> dict[str, str]:
    """The templates without those that differ from one before in the names of their holes alone."""
    twins = {second for _, second in ambiguous(found)}
    return {text: kind for text, kind in found.items() if text not in twins}


def unlabelled(found: Mapping[str, str], language: str) -> dict[str, str]:
    """The templates that are not texts of dialogs or helps too, whose translations stand in the other files."""
    shown = [translations(language, kind) for kind in (LABELS, HELPS)]
    return {text: kind for text, kind in found.items() if not any(texts.get(text) for texts in shown)}


def main() -> int:
    """Count, list or write."""
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    language = next((word for word in words if len(word) == 2), "es")
    found = unlabelled(one_of_each(messages()), language)
    known = by_skeleton(translations(language, MESSAGES))
    translated = {text: carried(text, known) for text in found}
    for kind in KINDS:
        those = [text for text in found if found[text] == kind]
        lacking = [text for text in those if not translated[text]]
        if "--list" in sys.argv and kind in words:
            print("\n".join(repr(text) for text in lacking))
        print(
            f"{language}: {len(those)} templates {kind}, {len(lacking)} without a translation",
            file=sys.stderr,
        )
    if "--update" in sys.argv:
        translation_file(language, MESSAGES).write_text(ts(language, found, translated), encoding="utf-8")
    return 0


def by_skeleton(translated: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Templates that are translated and their translations, by skeleton: a hole may be renamed in the code."""
    return {Template.of(text).skeleton: (text, words) for text, words in translated.items() if words}


def carried(text: str, known: Mapping[str, tuple[str, str]]) -> str:
    """Translation of a template, in the names that its holes have now; empty if there is none.

    >>> carried("{found} of {all}", by_skeleton({"{count} of {all}": "De {all}, {count}"}))
    'De {all}, {found}'
    """
    template = Template.of(text)
    before, words = known.get(template.skeleton, ("", ""))
    return Template.of(words).renamed(dict(zip(Template.of(before).names, template.names)))


if __name__ == "__main__":
    sys.exit(main())
