"""A bundle maps with NumPy alone, gives each cell its own result, and is refused once touched."""

import json
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError, InputError
from landslide_plugin.core.evaluation.collinearity import collinearity
from landslide_plugin.core.model.bundle.bundle import load_bundle, save_bundle
from landslide_plugin.core.model.bundle.files import (
    RECORD,
    read_files,
    record_hash,
    require_bundle_folder,
    zip_bundle,
)
from landslide_plugin.core.report.model_card import model_card
from landslide_plugin.core.samples.encoding import Encoder
from landslide_plugin.core.types.profile import DepthProfile
from landslide_plugin.core.writing.folders import MARKER
from tools.check.random_bundle import RAIN, SOIL, SPECS, random_bundle, random_cells

REPOSITORY = Path(__file__).resolve().parents[4]
METRICS = {"threshold": 0.4}
KINDS = [(True, True), (True, False), (False, True), (False, False)]


@pytest.fixture
def stored(tmp_path):
    path = tmp_path / "model"
    save_bundle(random_bundle(), METRICS, str(path))
    return path


@pytest.mark.parametrize(("soil", "rain"), KINDS)
@pytest.mark.parametrize("stack", ["cross_hierarchical", "cross", "hierarchical"])
def test_a_stored_bundle_predicts_the_same_bits(tmp_path, stack, soil, rain):
    bundle = random_bundle(soil=soil, rain=rain, stack=stack)
    save_bundle(bundle, METRICS, str(tmp_path / "model"))
    static, profile = random_cells(40, 1)
    inputs = (static, profile if soil else None, RAIN.values if rain else None)
    found = load_bundle(str(tmp_path / "model"))
    assert np.array_equal(found.predict(*inputs).probability, bundle.predict(*inputs).probability)
    assert found.record() == bundle.record()


def test_a_bundle_keeps_the_band_of_its_rain(tmp_path):
    bundle = random_bundle()
    rain = bundle.scenarios
    middle = rain.column("intensity_mm_h")
    banded = replace(rain, intensity_band_mm_h=np.stack([0.8 * middle, 1.5 * middle]))
    save_bundle(replace(bundle, scenarios=banded), METRICS, str(tmp_path / "model"))
    found = load_bundle(str(tmp_path / "model")).scenarios
    np.testing.assert_array_equal(found.intensity_band_mm_h, banded.intensity_band_mm_h)


def test_a_cell_does_not_depend_on_the_cells_and_scenarios_beside_it():
    bundle = random_bundle()
    static, profile = random_cells(1300, 2)
    whole = bundle.predict(static, profile, RAIN.values).probability
    for rows in (slice(0, 1), slice(3, 7), slice(500, 1130), slice(1299, 1300), slice(None, None, -1)):
        part = bundle.predict(static[rows], profile[rows], RAIN.values).probability
        assert np.array_equal(part, whole[:, rows])
    one = bundle.predict(static, profile, RAIN.values[1:2]).probability
    assert np.array_equal(one[:, :, 0], whole[:, :, 1])
    same = np.repeat(profile[:1], len(profile), axis=0)
    alone = bundle.predict(static[5:6], profile[:1], RAIN.values).probability
    assert np.array_equal(bundle.predict(static, same, RAIN.values).probability[:, 5:6], alone)


def test_members_differ_and_probabilities_lie_between_0_and_1():
    static, profile = random_cells(300, 3)
    found = random_bundle(members=3).predict(static, profile, RAIN.values)
    assert found.probability.shape == (3, 300, 3)
    assert (found.probability > 0).all()
    assert (found.probability < 1).all()
    assert found.spread().max() > 0.01


def test_no_data_and_unseen_categories_stay_empty_and_are_counted():
    bundle = random_bundle(soil=False, rain=False)
    static, _ = random_cells(6, 4)
    static[1, 0] = np.nan
    static[2, 1] = 99
    static[3] = np.nan
    found = bundle.predict(static, None, None)
    assert np.isnan(found.probability[0, :, 0]).tolist() == [False, True, True, True, False, False]
    assert found.unseen == 1


def test_other_codes_for_the_same_classes_change_nothing():
    static, _ = random_cells(60, 5)
    encoder = Encoder.fit(static, SPECS)
    renamed = static.copy()
    renamed[:, 1] = np.choose(np.searchsorted([3, 7, 12], static[:, 1]), [50, 2, 9])
    moved = Encoder.fit(renamed, SPECS)
    bundle = random_bundle(soil=False, rain=False)
    one, other = (replace(bundle, ensemble=replace(bundle.ensemble, encoder=e)) for e in (encoder, moved))
    before, after = one.predict(static, None, None), other.predict(renamed, None, None)
    assert np.array_equal(before.probability, after.probability)


def test_missing_inputs_are_named():
    bundle = random_bundle()
    static, profile = random_cells(3, 6)
    with pytest.raises(InputError, match="trained with a soil profile"):
        bundle.predict(static, None, RAIN.values)
    with pytest.raises(InputError, match="intensity_mm_h, duration_h"):
        bundle.predict(static, profile, None)
    with pytest.raises(InputError, match="2 layers x 2 properties"):
        bundle.predict(static, profile[:, :2], RAIN.values)
    with pytest.raises(InputError, match="3 factors"):
        bundle.predict(static[:, :2], profile, RAIN.values)


def test_another_soil_profile_is_refused():
    values = np.zeros((3, 2, 1), np.float32)
    SOIL.require_same(DepthProfile(SOIL.layer_bottoms_m, SOIL.properties, values))
    with pytest.raises(InputError, match="layers down to"):
        SOIL.require_same(DepthProfile((0.5, 1.0, 3.0), SOIL.properties, values))
    with pytest.raises(InputError, match="in that order"):
        SOIL.require_same(DepthProfile(SOIL.layer_bottoms_m, SOIL.properties[::-1], values))


def edit(path, change):
    record = json.loads(path.read_text())
    change(record)
    path.write_text(json.dumps(record))


def truncate(path):
    path.write_bytes(path.read_bytes()[:-100])


def reseal(record):
    record["sha256"] = record_hash(record)


SPOILED = {
    "changed after training": lambda p: edit(p / "bundle.json", lambda r: r.update(threshold=0.9)),
    "weights.npz is damaged": lambda p: truncate(p / "weights.npz"),
    "metrics.json is damaged": lambda p: (p / "metrics.json").write_text("{}"),
    "lacks weights.npz": lambda p: (p / "weights.npz").unlink(),
    "lacks metrics.json": lambda p: (p / "metrics.json").unlink(),
    "not a model bundle": lambda p: (p / "bundle.json").unlink(),
    "bundle.json cannot be read": lambda p: truncate(p / "bundle.json"),
    "update the plugin": lambda p: edit(p / "bundle.json", lambda r: r.update(schema=5)),
    "names no schema": lambda p: edit(p / "bundle.json", lambda r: r.pop("schema")),
    "the record is damaged": lambda p: edit(p / "bundle.json", lambda r: (r.pop("linear"), reseal(r))),
    "Cut points": lambda p: edit(
        p / "bundle.json", lambda r: (r.update(class_cuts=[0.9, 0.1, 0.2, 0.3]), reseal(r))
    ),
    "dated events by version 0.1": lambda p: edit(p / "bundle.json", lambda r: (r.pop("events"), reseal(r))),
    "no member": lambda p: edit(p / "bundle.json", lambda r: (r.update(members=[]), reseal(r))),
}


@pytest.mark.parametrize("reason", SPOILED)
def test_a_spoiled_bundle_is_refused_with_the_reason(stored, reason):
    load_bundle(str(stored))
    SPOILED[reason](stored)
    with pytest.raises(BundleError, match=reason):
        load_bundle(str(stored))


def test_weights_of_another_network_are_refused(tmp_path):
    bundle = random_bundle()
    member = bundle.ensemble.members[0]
    wider = replace(member, architecture=replace(member.architecture, hidden_units=24))
    odd = replace(bundle, ensemble=replace(bundle.ensemble, members=(wider,)))
    save_bundle(odd, METRICS, str(tmp_path / "odd"))
    with pytest.raises(BundleError, match="record is damaged"):
        load_bundle(str(tmp_path / "odd"))


def test_a_folder_of_other_things_is_never_overwritten(tmp_path):
    mine = tmp_path / "thesis"
    mine.mkdir()
    (mine / "chapter1.txt").write_text("years of work")
    with pytest.raises(BundleError, match="not a model bundle"):
        save_bundle(random_bundle(), METRICS, str(mine))
    assert (mine / "chapter1.txt").read_text() == "years of work"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["thesis"]


def test_writing_twice_gives_the_same_bytes_and_leaves_nothing_beside(stored):
    before = {path.name: path.read_bytes() for path in stored.iterdir()}
    save_bundle(random_bundle(), METRICS, str(stored))
    assert {path.name: path.read_bytes() for path in stored.iterdir()} == before
    assert [path.name for path in stored.parent.iterdir()] == ["model"]


def test_only_the_files_of_the_bundle_are_replaced(stored):
    (stored / "maps").mkdir()
    mine = ("maps/slope.tif", "notes.txt", "bundle.old", "weights.csv")
    for name in mine:
        (stored / name).write_text("years of work")
    for version in ("now", "0.1, without a marker"):
        if version != "now":
            (stored / MARKER).unlink()
        save_bundle(random_bundle(), METRICS, str(stored))
        assert {(stored / name).read_text() for name in mine} == {"years of work"}
    load_bundle(str(stored))


@pytest.mark.parametrize("name", ["card.html", "evaluation.npz"])
def test_a_file_of_the_user_within_a_bundle_is_named_before_the_work(stored, name):
    (stored / MARKER).unlink()
    (stored / name).write_text("years of work")
    with pytest.raises(InputError, match=name):
        require_bundle_folder(stored)
    with pytest.raises(InputError, match=name):
        save_bundle(random_bundle(), METRICS, str(stored))
    assert (stored / name).read_text() == "years of work"


def test_a_bundle_json_of_something_else_is_no_bundle(tmp_path):
    (tmp_path / "bundle.json").write_text('{"files": {"weights.npz": "mine"}}')
    with pytest.raises(BundleError, match="not a model bundle"):
        require_bundle_folder(tmp_path)


def test_loading_and_mapping_import_no_modelling_library(stored):
    code = (
        "import sys, numpy as np\n"
        "from landslide_plugin.core.model.bundle.bundle import load_bundle\n"
        f"b = load_bundle({str(stored)!r})\n"
        "b.predict(np.array([[10.0, 3.0, 90.0]], 'f4'), np.ones((1, 3, 2), 'f4'), b.scenarios.values)\n"
        "heavy = {'tensorflow', 'keras', 'sklearn', 'base_attentive', 'qgis', 'osgeo'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def as_zip(stored, name="model.zip"):
    target = stored.parent / name
    zip_bundle(stored, target)
    return target


def test_a_zip_is_as_good_as_the_folder_and_the_same_bytes_each_time(stored):
    static, profile = random_cells(20, 1)
    one, again = as_zip(stored), as_zip(stored, "again.zip")
    assert one.read_bytes() == again.read_bytes()
    found, plain = load_bundle(str(one)), load_bundle(str(stored))
    assert found.identifier == plain.identifier
    p, q = (b.predict(static, profile, RAIN.values).probability for b in (found, plain))
    assert np.array_equal(p, q)


def test_a_zip_of_the_folder_itself_is_read_too(stored):
    made = shutil.make_archive(str(stored.parent / "by_hand"), "zip", stored.parent, "model")
    assert load_bundle(made).members == 2


@pytest.mark.parametrize("reason", ["changed after training", "weights.npz is damaged", "lacks metrics.json"])
def test_a_zip_of_a_spoiled_bundle_is_refused(stored, reason):
    SPOILED[reason](stored)
    with pytest.raises(BundleError, match=reason):
        load_bundle(str(as_zip(stored)))


def test_a_file_that_is_no_zip_is_refused(tmp_path):
    (tmp_path / "model.zip").write_text("not a zip")
    with pytest.raises(BundleError, match=r"no readable \.zip"):
        load_bundle(str(tmp_path / "model.zip"))


@pytest.mark.parametrize(("place", "words"), [(8, "encrypted"), (10, "compression method")])
def test_a_zip_that_cannot_be_unpacked_is_refused(stored, place, words):
    target = as_zip(stored)
    data = bytearray(target.read_bytes())
    listed = data.rfind(b"PK\x01\x02", 0, data.index(b"bundle.json", data.index(b"PK\x01\x02")))
    mark = {8: b"\x01\x00", 10: b"\x61\x00"}[place]  # password needed; a method that nobody has
    data[listed + place : listed + place + 2] = mark
    target.write_bytes(data)
    with pytest.raises(BundleError, match=f"no readable .zip of a model bundle: .*{words}"):
        load_bundle(str(target))


def test_a_file_named_outside_the_archive_is_never_written(stored, tmp_path):
    target = as_zip(stored)
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("../evil.txt", "x")
    load_bundle(str(target))
    assert not (tmp_path.parent / "evil.txt").exists()
    assert not (tmp_path / "evil.txt").exists()


def test_the_model_card_escapes_what_users_typed(stored):
    record, _, _ = read_files(stored)
    record["provenance"]["inventory"] = "<script>alert(1)</script>"
    page = model_card(record, {"notes": ["a < b"], "samples": {"landslides": 3, "stable": 4}})
    assert "<script>alert" not in page
    assert "a &lt; b" in page
    assert "Network ensemble" in page


def test_factors_that_say_the_same_are_named():
    rng = np.random.default_rng(0)
    a, b = rng.normal(size=(2, 200))
    found = collinearity(np.column_stack([a, b, 2 * a + 1, a + b]), ("slope", "ndvi", "gradient", "sum"))
    assert found["warnings"][0].startswith("Factors Slope and gradient say the same (correlation 1.00)")
    assert found["inflation"]["sum"] is None
    plain = collinearity(np.column_stack([a, b]), ("slope", "ndvi"))
    r = np.corrcoef(a, b)[0, 1]
    assert plain["warnings"] == []
    assert plain["inflation"]["slope"] == pytest.approx(1 / (1 - r**2), abs=1e-3)


def test_a_bundle_of_the_first_schema_is_still_read(stored):
    before = load_bundle(str(stored))

    def age(record):
        for name in ("family", "pool", "trees", "calibration", "conformal"):
            record.pop(name)
        record["schema"], record["dated"] = 1, False
        reseal(record)

    edit(stored / "bundle.json", age)
    static, profile = random_cells(20, 1)
    inputs = (static, profile, RAIN.values)
    assert np.array_equal(
        load_bundle(str(stored)).predict(*inputs).probability, before.predict(*inputs).probability
    )


def test_a_record_nested_without_end_is_refused(tmp_path):
    (tmp_path / "bundle.json").write_text("[" * 200_000)
    with pytest.raises(BundleError, match="cannot be read"):
        read_files(tmp_path)


@pytest.mark.parametrize("odd", [10**400, -(2**63), 2**200])
def test_a_number_that_no_array_holds_is_refused_wherever_it_stands(tmp_path, odd):
    save_bundle(random_bundle(), METRICS, str(tmp_path / "model"))
    text = (tmp_path / "model" / RECORD).read_text()
    places = [found.start(1) for found in re.finditer(r":\s*(\d+)\b(?!\.)", text)]
    assert len(places) > 10
    for place in places[::4]:
        spoiled = text[:place] + str(odd) + re.sub(r"^\d+", "", text[place:])
        (tmp_path / "model" / RECORD).write_text(spoiled)
        with pytest.raises(BundleError, match="a number of"):
            load_bundle(str(tmp_path / "model"))


def test_a_record_nested_without_end_is_no_bundle_to_write_over(tmp_path):
    (tmp_path / RECORD).write_text("[" * 200_000)
    with pytest.raises(BundleError, match="is not a model bundle"):
        save_bundle(random_bundle(), METRICS, str(tmp_path))
