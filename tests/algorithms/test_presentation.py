"""What a person meets in the toolbox and in the dialogs: order, icons, help, units, few knobs at first."""

import re
import subprocess

import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.base.algorithm import GROUPS, ICONS  # noqa: E402
from landslide_plugin.algorithms.base.metadata import documentation  # noqa: E402
from landslide_plugin.algorithms.registry import ALGORITHMS  # noqa: E402
from tests.support.harness import REPOSITORY, enable_plugin, environment, messages, outputs, qgis_process  # noqa: E402
from tests.support.study import DEM, POINTS  # noqa: E402
from tools.check.patience import patient  # noqa: E402
from tools.check.qgis_runner import executable  # noqa: E402
from tools.docs import reference  # noqa: E402

DOCS = REPOSITORY / "docs"
WORKING_ORDER = ["Start here", "Sample data", "Prepare", "Slope stability", "Model", "Map", "Report"]
MOST_SHOWN = 12
NEUTRAL_UNITS = {"share", "exponent", "count"}

by_name = pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.NAME)


@pytest.fixture
def algorithm(kind, qgis_app):
    return qgis_app.processingRegistry().createAlgorithmById(f"landslide:{kind.NAME}")


def has_flag(definition, flag):
    return bool(definition.flags() & getattr(qgis_core.QgsProcessingParameterDefinition.Flag, flag))


def shown(algorithm):
    """Inputs that the dialog shows before Advanced is opened."""
    return [
        definition.name()
        for definition in algorithm.parameterDefinitions()
        if not definition.isDestination()
        and not has_flag(definition, "FlagAdvanced")
        and not has_flag(definition, "FlagHidden")
    ]


def test_groups_stand_in_working_order():
    assert [label.split(" ", 1)[1] for label in sorted(GROUPS.values())] == WORKING_ORDER
    assert all(re.fullmatch(r"[a-z]+", group) for group in GROUPS)


def test_every_group_has_algorithms_and_an_icon():
    assert {kind.GROUP for kind in ALGORITHMS} == set(GROUPS)
    assert all((ICONS / f"{group}.svg").is_file() for group in GROUPS)


def test_algorithms_are_registered_in_working_order():
    order = [list(GROUPS).index(kind.GROUP) for kind in ALGORITHMS]
    assert order == sorted(order)


@by_name
def test_help_leads_to_a_page_and_section_that_exist(kind, algorithm):
    page, _, section = kind.METHOD.partition("#")
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    assert not section or section in [
        re.sub(r"[^a-z0-9]+", "-", line.lower()).strip("-") for line in headings
    ]
    assert algorithm.helpUrl() == documentation(f"help/{kind.NAME}")
    assert f"({page}.md" in reference.page(algorithm).replace("(../", "(")


@by_name
def test_few_parameters_are_shown_at_first(kind, algorithm):
    assert len(shown(algorithm)) <= MOST_SHOWN, shown(algorithm)


@by_name
def test_numbers_have_a_range(kind, algorithm):
    largest = 1.7e308
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, qgis_core.QgsProcessingParameterNumber):
            ranged = definition.minimum() > -largest or definition.maximum() < largest
            assert ranged, f"{definition.name()} has no range"


@by_name
def test_choices_are_stable_words(kind, algorithm):
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, qgis_core.QgsProcessingParameterEnum):
            assert definition.usesStaticStrings(), definition.name()
            assert all(re.fullmatch(r"[a-z0-9_]+", word) for word in definition.options()), definition.name()


def test_a_choice_is_a_word_and_an_old_number_is_still_taken(tmp_path):
    params = {"FOLDER": tmp_path / "area", "LOAD": False}
    assert "better write" not in messages(qgis_process("sampledata", {**params, "AREA": "andes"}))
    done = qgis_process("sampledata", {**params, "AREA": 1})
    assert "FACTORS" in outputs(done)
    assert "better write AREA=andes" in messages(done)
    refused = qgis_process("sampledata", {**params, "AREA": "venus"})
    assert refused.returncode == 1
    assert "allowed: one of rbsf, andes" in messages(refused)


def test_without_the_modelling_environment_help_and_run_say_how_to_get_it(tmp_path):
    absent = {"LANDSLIDE_PYTHON": str(tmp_path / "nowhere")}
    advice = '"Set up modelling environment" with action Create'
    enable_plugin()
    words = [executable(), "help", "landslide:trainensemble"]
    shown = subprocess.run(
        words,
        env=environment(extra=absent),
        capture_output=True,
        check=False,
        text=True,
        timeout=patient(120),
    )
    assert advice in shown.stdout
    assert "Allowed: 1 to 50. Default: 5." in shown.stdout  # of MEMBERS; qgis_process tells neither of itself
    given = {"FACTORS": DEM, "INVENTORY": POINTS, "BUNDLE": tmp_path / "model"}
    done = qgis_process("trainensemble", given, env=absent)
    assert done.returncode == 1
    assert advice in messages(done)
    assert not (tmp_path / "model").exists()
