"""Write a reference page for every algorithm of the provider, from the algorithms themselves.

``python -m tools.docs.reference FOLDER`` in ``.venv`` (PyQGIS, no display). The pages are named like the
algorithms, as the links of their dialogs expect, and nothing in them is written by hand.
"""

from __future__ import annotations

import html
import os
import re
import shlex
import sys
from pathlib import Path
from typing import Any, Optional

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

LARGEST = 1e300  # bounds beyond this mean "none" in QGIS
KINDS = {
    "boolean": "yes or no",
    "crs": "coordinate system",
    "enum": "choice",
    "extent": "extent (xmin,xmax,ymin,ymax [CRS])",
    "field": "field",
    "file": "file",
    "fileDestination": "file to write",
    "folderDestination": "folder to write",
    "layer": "layer",
    "layout": "print layout",
    "matrix": "table",
    "multilayer": "layers",
    "number": "number",
    "distance": "number",
    "point": "point",
    "raster": "raster layer",
    "rasterDestination": "raster to write",
    "band": "band",
    "sink": "vector layer to write",
    "source": "vector layer",
    "string": "text",
    "vector": "vector layer",
    "vectorDestination": "vector layer to write",
}
OVERVIEW, WRITTEN = "index", "files_written"


def number(value: float) -> str:
    """A number as a person writes it.

    >>> number(1000000.0), number(0.5), number(1e-07)
    ('1000000', '0.5', '1e-07')
    """
    return str(int(value)) if value == int(value) and abs(value) < 1e9 else f"{value:g}"


def cell(text: str) -> str:
    r"""Text that may stand in a table cell of Markdown.

    >>> cell("a|b\n\n<c> (*.*)")
    'a&#124;b &lt;c&gt; (&#42;.&#42;)'
    """
    escaped = html.escape(text, quote=False).replace("|", "&#124;").replace("*", "&#42;")
    return " ".join(escaped.split())


def options(definition: Any) -> list[str]:
    """What is written for each choice: the word itself, or its number and what it stands for."""
    listed = list(definition.options())
    if definition.usesStaticStrings():
        return [f"`{option}`" for option in listed]
    return [f"{index} = {option}" for index, option in enumerate(listed)]


def allowed(definition: Any) -> str:
    """What a parameter accepts, in words."""
    kind = definition.type()
    if kind == "enum":
        several = "; several, separated by commas" if definition.allowMultiple() else ""
        return "; ".join(options(definition)) + several
    if kind in ("number", "distance"):
        whole = "whole number" if definition.dataType() == type(definition).Type.Integer else "number"
        low, high = definition.minimum(), definition.maximum()
        if low > -LARGEST and high < LARGEST and high < 2**31 - 1:
            return f"{whole}, {number(low)} to {number(high)}"
        if low > -LARGEST and low > -(2**31):
            return f"{whole}, at least {number(low)}"
        return whole
    if kind == "file" and definition.fileFilter():
        return f"file: {definition.fileFilter()}"
    if kind == "matrix":
        return f"table with the columns {', '.join(definition.headers())}"
    if kind == "multilayer":
        return "one or more layers"
    if kind == "field":
        return f"field of {definition.parentLayerParameterName()}"
    return KINDS.get(kind, kind)


def default(definition: Any) -> str:
    """The default as it would be typed; empty if there is none."""
    value = definition.defaultValue()
    if value is None or value == "" or definition.type() == "matrix":
        return ""
    if isinstance(value, (list, tuple)):
        return ",".join(str(item) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return number(value)
    return str(value)


def is_optional(definition: Any) -> bool:
    """True if the parameter may be left empty or has a default."""
    flag = definition.Flag.FlagOptional
    return bool(definition.flags() & flag)


def parameter_row(definition: Any) -> str:
    """One row of the table of parameters."""
    given = default(definition)
    need = f"`{given}`" if given else ("may be left out" if is_optional(definition) else "**required**")
    what = f"**{cell(definition.description())}**<br>{cell(definition.help())}"
    return f"| `{definition.name()}` | {what} | {cell(allowed(definition))} | {need} |"


def parameter_table(definitions: list) -> list[str]:
    """A table of parameters, or a word that there are none."""
    if not definitions:
        return ["None."]
    head = ["| name | what it is | allowed | default |", "|---|---|---|---|"]
    return head + [parameter_row(definition) for definition in definitions]


def example(algorithm: Any) -> list[str]:
    """A command with every required parameter, to start from."""
    words = []
    for definition in algorithm.parameterDefinitions():
        if default(definition) or is_optional(definition):
            continue
        words.append(shlex.quote(f"{definition.name()}={SAMPLES.get(definition.type(), '...')}"))
    lines = [f"qgis_process run {algorithm.id()} --", *words]
    return ["```sh", " \\\n    ".join(lines), "```"]


SAMPLES = {
    "raster": "input.tif",
    "multilayer": "input.tif",
    "source": "input.gpkg",
    "vector": "input.gpkg",
    "rasterDestination": "output.tif",
    "folderDestination": "output_folder",
    "fileDestination": "output_file",
    "sink": "output.gpkg",
    "file": "input_file",
}


def help_of(algorithm: Any) -> list[str]:
    """Paragraphs of an algorithm's help; of a model chain's, which is a whole page, the first alone."""
    text = algorithm.shortHelpString()
    if not text.lstrip().startswith("<html>"):
        return text.split("\n\n")
    return [html.unescape(re.sub(r"<[^>]+>", "", text.split("</p>")[0])).strip()]


def page(algorithm: Any) -> str:
    """The whole page of one algorithm."""
    definitions = algorithm.parameterDefinitions()
    advanced = definitions[0].Flag.FlagAdvanced if definitions else 0
    hidden = definitions[0].Flag.FlagHidden if definitions else 0
    shown = [d for d in definitions if not d.flags() & hidden]
    plain = [d for d in shown if not d.flags() & advanced]
    folded = [d for d in shown if d.flags() & advanced]
    outputs = [f"| `{d.name()}` | {cell(d.description())} |" for d in algorithm.outputDefinitions()]
    method = getattr(algorithm, "METHOD", OVERVIEW)
    page_of, _, section = method.partition("#")
    link = f"../{page_of}.md" + (f"#{section}" if section else "")
    head = [
        f"# {algorithm.displayName()}",
        "",
        f"`{algorithm.id()}` in the group *{algorithm.group()}* · [how it works]({link})",
        "",
        *(f"{html.escape(part, quote=False)}\n" for part in help_of(algorithm)),
        "## Parameters",
        "",
        *parameter_table(plain),
        "",
    ]
    if folded:
        head += ["## Advanced parameters", "", *parameter_table(folded), ""]
    tail = ["## Results", "", "| name | what it is |", "|---|---|", *outputs, ""]
    return "\n".join([*head, *tail, "## From the shell", "", *example(algorithm), ""])


def in_order(algorithms: list) -> list:
    """Algorithms by group, in each in the order of a study; chains by name."""
    from landslide_plugin.algorithms.registry import ALGORITHMS

    places = {kind().name(): place for place, kind in enumerate(ALGORITHMS)}
    return sorted(algorithms, key=lambda a: (a.group(), places.get(a.name(), len(places)), a.displayName()))


def overview(algorithms: list) -> str:
    """The page that lists all algorithms by group."""
    lines = [
        "# Parameter reference",
        "",
        "Every algorithm with all its parameters, written from the software itself. Names in `CAPITALS` are the keys",
        "used by `qgis_process`, `processing.run` and models; they do not change between versions without a line in",
        "the changelog. In the dialogs the same parameters carry the labels given here.",
        "",
    ]
    group: Optional[str] = None
    for algorithm in in_order(algorithms):
        if algorithm.group() != group:
            group = algorithm.group()
            lines += ["", f"## {group or 'Model chains'}", ""]
        first = html.escape(
            algorithm.shortHelpString().split("\n")[0].split(". ")[0].rstrip("."), quote=False
        )
        lines.append(f"- [{algorithm.displayName()}]({algorithm.name()}.md) `{algorithm.id()}`: {first}.")
    return "\n".join([*lines, ""])


def write(folder: Path) -> list[str]:
    """Write all pages into ``folder``; the names of the algorithms written."""
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    from landslide_plugin.plugin import LandslidePlugin
    from tools.docs import written

    plugin = LandslidePlugin(None)
    plugin.initProcessing()
    algorithms = list(plugin.provider.algorithms())
    folder.mkdir(parents=True, exist_ok=True)
    for algorithm in algorithms:
        (folder / f"{algorithm.name()}.md").write_text(page(algorithm), encoding="utf-8")
    (folder / "index.md").write_text(overview(algorithms), encoding="utf-8")
    (folder / f"{WRITTEN}.md").write_text(written.page(algorithms), encoding="utf-8")
    names = [algorithm.name() for algorithm in algorithms]
    plugin.unload()
    app.exitQgis()
    return names


def main() -> int:
    """Write the pages into the folder named on the command line."""
    names = write(Path(sys.argv[1]))
    print(f"reference: {len(names)} algorithms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
