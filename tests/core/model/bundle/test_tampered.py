"""Bundles that somebody changed and sealed again are refused in a line, whatever was changed, or are whole."""

import random
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest

from landslide_plugin.core.errors import BundleError, LandslideError
from landslide_plugin.core.model.bundle.bundle import load_bundle, save_bundle
from landslide_plugin.core.model.bundle.files import METRICS, RECORD, read_files, require_bundle_folder
from landslide_plugin.core.workflows.mapping.place import place_of
from tests.support.maps import grid
from tests.support.tampered import DEEP, VALUES, changed, contents, odd_archives, places, put, sealed
from tools.check.random_bundle import random_bundle

FROZEN = Path(__file__).resolve().parents[3] / "data" / "v0_1" / "bundles"
KINDS = {"andes_logistic.zip": 50, "rbsf_stack_without_network.zip": 30, "rbsf_forest.zip": 15}
WHOLE = 1 << 26


def use(path):
    """What a map asks of a bundle before it reads the first cell."""
    bundle = load_bundle(path)
    bundle.record()
    return bundle.describe(), place_of(bundle.facts.grid, grid(4, 4))


def require_told(path, case):
    said = ""
    try:
        use(path)
    except LandslideError as error:
        said = str(error)
    assert "\n" not in said, case
    assert len(said) < 500, case


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    path = tmp_path_factory.mktemp("bundle") / "model"
    save_bundle(random_bundle(1), {"threshold": 0.4}, str(path))
    return contents(path)


@pytest.mark.parametrize("name", KINDS)
def test_any_entry_gone_or_of_another_kind(tmp_path, name):
    files, record = contents(FROZEN / name)
    cases = [(path, kind) for path in places(record) if path != ("sha256",) for kind in VALUES]
    for path, kind in random.Random(16).sample(cases, KINDS[name]):
        require_told(put(tmp_path / "m", files, changed(record, path, VALUES[kind])), (path, kind))


def test_any_entry_of_a_network(tmp_path, network):
    files, record = network
    cases = [
        (path, kind)
        for path in places(record["members"], ("members",))
        for kind in ("gone", "number", "text")
    ]
    for path, kind in random.Random(17).sample(cases, 8):
        require_told(put(tmp_path / "m", files, changed(record, path, VALUES[kind])), (path, kind))


@pytest.mark.parametrize("file", [RECORD, METRICS])
@pytest.mark.parametrize(
    "text", ["[" * DEEP, '{"a":' * DEEP, "NaN", "[]", "", '{"schema": 4, "a": NaN}', "\x00\xff"]
)
def test_a_record_without_end_or_sense(tmp_path, network, file, text):
    files, _ = network
    path = put(tmp_path / "m", files)
    Path(path, file).write_text(text)
    with pytest.raises(BundleError) as raised:
        read_files(Path(path))
    assert "\n" not in str(raised.value)
    if file == RECORD:
        with pytest.raises(BundleError, match="is not a model bundle"):
            require_bundle_folder(Path(path))


def test_a_number_of_thousands_of_digits(tmp_path, network):
    files, record = network
    path = put(tmp_path / "m", files)
    Path(path, RECORD).write_text(sealed(record).replace('"threshold": 0.4', '"threshold": ' + "1" * 4000))
    with pytest.raises(BundleError):
        load_bundle(path)


@pytest.mark.parametrize("name", odd_archives())
def test_odd_archives_are_refused_in_little_memory(tmp_path, network, name):
    files, record = network
    path = put(tmp_path / "m", files, record, odd_archives()[name])
    tracemalloc.start()
    try:
        with pytest.raises(BundleError) as raised:
            load_bundle(path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "\n" not in str(raised.value)
    assert most < WHOLE


def test_a_zip_whose_deflate_is_broken(tmp_path, network):
    files, _ = network
    path = tmp_path / "m.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    whole = path.read_bytes()
    rng = np.random.default_rng(3)
    for place in rng.integers(0, len(whole), 12).tolist():
        spoiled = bytearray(whole)
        spoiled[place : place + 8] = b"\xff" * len(spoiled[place : place + 8])
        path.write_bytes(spoiled)
        require_told(str(path), place)
