"""Versions and hashes: how to know model and rasters again."""

from __future__ import annotations

from ..common.content import ReportContent
from ..common.markup import Html, facts, section, table, tag


def build(content: ReportContent) -> Html:
    """Hashes of the model's files, of the training data and of the rasters; versions; seeds."""
    record = content.model.record
    rows = [("Model, record", record.get("sha256", ""))]
    rows += [(f"Model, {name}", value) for name, value in (record.get("files") or {}).items()]
    rows.append(("Training data", record.get("data_sha256", "")))
    rows += [(f"{check['role']}, {check['name']}", check.get("sha256", "")) for check in content.checks]
    hashes = [[name, tag("code", value)] for name, value in rows if value]
    seeds = sorted({int(member["seed"]) for member in record.get("members") or []})
    told = [(str(name), str(value)) for name, value in (record.get("versions") or {}).items()]
    told += [("Schema of the bundle", str(record["schema"]))] if "schema" in record else []
    told += [("Identifier of the model", str(record["sha256"])[:12])] if record.get("sha256") else []
    told += [("Seeds of the members", ", ".join(map(str, seeds)))] if seeds else []
    pieces = [facts(told)] if told else []
    if hashes:
        pieces.append(tag("div", table(["File", "SHA-256"], hashes, numeric_from=9), class_="dense"))
    pieces.append(
        tag(
            "p",
            "A bundle whose record, weights, scores or samples were changed after training is refused. Maps carry "
            "the identifier of their model in their metadata.",
            class_="note",
        )
    )
    return section("provenance", "Versions and hashes", *pieces)
