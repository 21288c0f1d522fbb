"""What a person types is taken for what it says, or refused: in every algorithm, by every way in."""

from pathlib import Path

import numpy as np
import pytest

qgis_core = pytest.importorskip("qgis.core", reason="QGIS's Python is not installed")

from landslide_plugin.algorithms.registry import ALGORITHMS  # noqa: E402
from tests.support.harness import messages, qgis_process  # noqa: E402

NO_NUMBERS = [
    "0,5",
    "1.000,5",
    "nan",
    "inf",
    "-inf",
    "1e999",
    "five",
    "1_0",
    float("nan"),
    float("inf"),
    -1e300,
]

by_name = pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.NAME)


class Heard(qgis_core.QgsProcessingFeedback):
    """A feedback that remembers."""

    def __init__(self):
        super().__init__(False)
        self.warnings, self.errors, self.lines = [], [], []

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def pushInfo(self, info):
        self.lines.append(info)

    def reportError(self, error, fatalError=False):
        self.errors.append(error)


@pytest.fixture
def algorithm(kind, qgis_app):
    return qgis_app.processingRegistry().createAlgorithmById(f"landslide:{kind.NAME}")


def refusals(algorithm, parameters):
    """What the check before a run and the run itself say; the run alone is what a model's step does."""
    context = qgis_core.QgsProcessingContext()
    good, before = algorithm.checkParameterValues(parameters, context)
    assert not good
    heard = Heard()
    _, good = algorithm.create().run(parameters, context, heard)
    assert not good
    return before, " ".join(heard.errors)


def is_optional(definition):
    return bool(definition.flags() & qgis_core.QgsProcessingParameterDefinition.Flag.FlagOptional)


def numbers_of(algorithm):
    kinds = (qgis_core.QgsProcessingParameterNumber, qgis_core.QgsProcessingParameterBand)
    return [each for each in algorithm.parameterDefinitions() if isinstance(each, kinds)]


@by_name
def test_what_is_no_number_is_refused_in_a_line(kind, algorithm):
    for definition in numbers_of(algorithm):
        if isinstance(definition, qgis_core.QgsProcessingParameterBand) and definition.allowMultiple():
            continue
        for value in NO_NUMBERS:
            for said in refusals(algorithm, {definition.name(): value}):
                assert f"{definition.name()} (" in said, (definition.name(), value, said)
                assert str(value) in said
                assert "allowed: " in said
                assert "\n" not in said


@by_name
def test_whole_numbers_are_never_rounded(kind, algorithm):
    whole = qgis_core.QgsProcessingParameterNumber.Type.Integer
    for definition in numbers_of(algorithm):
        if not hasattr(definition, "dataType") or definition.dataType() != whole:
            continue
        for value in ("2.5", 2.5, 2**40, str(2**40)):
            for said in refusals(algorithm, {definition.name(): value}):
                assert f"{definition.name()} (" in said
                assert "a whole number" in said


@by_name
def test_an_expression_that_is_no_number_is_refused(kind, algorithm):
    for definition in numbers_of(algorithm):
        value = qgis_core.QgsProperty.fromExpression("'0,5'")
        for said in refusals(algorithm, {definition.name(): value}):
            assert f"{definition.name()} (" in said
            assert "0,5" in said


@by_name
def test_numbers_that_are_allowed_pass(kind, algorithm):
    context = qgis_core.QgsProcessingContext()
    for definition in numbers_of(algorithm):
        given = [value for value in (definition.defaultValue(),) if value is not None]
        given += [str(value) for value in given] + [f" {value} " for value in given]
        given += [np.float64(value) for value in given[:1]]
        given += [qgis_core.QgsProperty.fromExpression(str(value)) for value in given[:1]]
        given += ["", " ", None] if is_optional(definition) else []
        for value in given:
            _, said = algorithm.checkParameterValues({definition.name(): value}, context)
            assert f"{definition.name()} (" not in said, (definition.name(), value, said)
            assert f"for {definition.name()}" not in said, (definition.name(), value, said)


@pytest.mark.parametrize("text", ["0,5", "10,20,6,0,3,zero", "10 20 6 0.3 nan"])
@pytest.mark.parametrize("name", ["triggerscenarios", "factorofsafety"])
def test_a_typed_table_holds_numbers(name, text, qgis_app):
    algorithm = qgis_app.processingRegistry().createAlgorithmById(f"landslide:{name}")
    for said in refusals(algorithm, {"SCENARIO_TABLE": text}):
        assert "SCENARIO_TABLE is" in said
        assert text in said


def test_a_typed_table_may_have_decimal_commas(run, tmp_path):
    typed = {"SOURCE": "table", "SCENARIO_TABLE": "10 20 6 0,3 0; 100 40 6 0,3 0,1"}
    out = run("triggerscenarios", {**typed, "SCENARIOS": str(tmp_path / "s.csv")})
    rows = Path(out["SCENARIOS"]).read_text().split()[1:]
    assert rows == ["10,20,6,0.3,0", "100,40,6,0.3,0.1"]


@pytest.mark.parametrize("key", ["SEISMIC", "WETNESS", "RETURN_PERIODS"])
def test_a_comma_that_may_mean_two_things_stops_the_run(key, tmp_path):
    given = {"SOURCE": "formula", "IDF_K": 1000, "SCENARIOS": tmp_path / "s.csv"}
    done = qgis_process("triggerscenarios", {**given, key: "0,1"})
    assert done.returncode == 1
    assert key in messages(done)
    assert "may be 0.1 or the two numbers 0 and 1" in messages(done)
    assert not (tmp_path / "s.csv").exists()


def test_an_optional_number_with_a_comma_stops_qgis_process(tmp_path):
    given = {"POLYGONS": "a.gpkg", "PROBABILITY": "a.tif", "OUTPUT": tmp_path / "o.gpkg"}
    done = qgis_process("zonalresults", {**given, "CUT": "0,5"})
    assert done.returncode == 1
    assert "CUT (Probability from which a cell counts as above) is '0,5'; allowed: a number" in messages(done)


def test_a_misspelt_key_is_named_with_the_nearest_in_every_algorithm_and_chain(provider):
    for algorithm in provider.algorithms():
        key = max((each.name() for each in algorithm.parameterDefinitions()), key=len)
        heard = Heard()
        misspelt = {f"{key}X": 1, "\u00e4": 2, key.lower(): 3}
        algorithm.create().run(misspelt, qgis_core.QgsProcessingContext(), heard)
        for name, nearest in ((f"{key}X", key), (key.lower(), key), ("\u00e4", "")):
            line = f"{name} is no parameter of {algorithm.name()} and is ignored; the nearest is {nearest}"
            assert any(said.startswith(line) for said in heard.warnings), (algorithm.name(), heard.warnings)


def test_a_misspelt_key_is_named_by_qgis_process(tmp_path):
    given = {"SOURCE": "formula", "IDF_K": 1000, "SCENARIOS": tmp_path / "s.csv"}
    done = qgis_process("triggerscenarios", {**given, "RETURN_PERIOD": "10 50"})
    assert done.returncode == 0, messages(done)
    assert "RETURN_PERIOD is no parameter of triggerscenarios and is ignored" in messages(done)
    assert "the nearest is RETURN_PERIODS" in messages(done)


YES = [
    True,
    1,
    1.0,
    "1",
    "true",
    "True",
    "yes",
    "YES",
    " ja ",
    "si",
    "s\u00ed",
    "si\u0301",
    "on",
    np.bool_(True),
]
NO = [False, 0, 0.0, "0", "false", "False", "no", "No", "nein", "off", np.bool_(False)]
NEITHER = ["perhaps", "2", 2, -1, 0.5, float("nan"), "yesno"]


def words_of(definition):
    return (
        set(definition.options()) if isinstance(definition, qgis_core.QgsProcessingParameterEnum) else set()
    )


def ticks_of(algorithm):
    boolean = qgis_core.QgsProcessingParameterBoolean
    return [
        each
        for each in algorithm.parameterDefinitions()
        if isinstance(each, boolean) or words_of(each) == {"yes", "no"}
    ]


def test_there_are_ticks_of_both_kinds(provider):
    kinds = {type(each) for algorithm in provider.algorithms() for each in ticks_of(algorithm)}
    assert len(kinds) == 2


@by_name
def test_yes_and_no_reach_a_run_as_they_were_meant(kind, algorithm, monkeypatch):
    """The run is stopped where its work would begin, and asked what it was given."""
    seen = {}

    def execute(self, given):
        for each in ticks_of(self):
            boolean = isinstance(each, qgis_core.QgsProcessingParameterBoolean)
            key = each.name()
            seen[key] = given.yes(key) if boolean else {"yes": True, "no": False, "": None}[given.choice(key)]
        return {}

    monkeypatch.setattr(kind, "execute", execute)
    context = qgis_core.QgsProcessingContext()
    for definition in ticks_of(algorithm):
        for values, meant in ((YES, True), (NO, False)):
            expressions = [qgis_core.QgsProperty.fromExpression(text) for text in ("'no'", "false")]
            for value in values if meant else [*values, *expressions]:
                _, said = algorithm.checkParameterValues({definition.name(): value}, context)
                assert f"{definition.name()} (" not in said
                assert f"for {definition.name()}" not in said
                seen.clear()
                _, good = algorithm.create().run({definition.name(): value}, context, Heard())
                assert good
                assert seen[definition.name()] is meant, (definition.name(), value)


@by_name
def test_what_is_neither_yes_nor_no_is_refused(kind, algorithm):
    for definition in ticks_of(algorithm):
        for value in NEITHER:
            for said in refusals(algorithm, {definition.name(): value}):
                assert f"{definition.name()} (" in said
                assert str(value) in said
                assert "allowed: " in said
                assert "yes" in said


@by_name
def test_true_and_false_choose_nothing_from_other_words(kind, algorithm):
    for definition in algorithm.parameterDefinitions():
        if not words_of(definition) or words_of(definition) == {"yes", "no"}:
            continue
        for value in (True, False, np.bool_(True), 0.5, float("nan"), "true"):
            for said in refusals(algorithm, {definition.name(): value}):
                assert f"{definition.name()} (" in said
                assert "allowed: one of" in said


def test_processing_run_takes_false_and_no_for_no(run, tmp_path):
    project = qgis_core.QgsProject.instance()
    for number, value in enumerate((False, "no", "nein", 0)):
        context = qgis_core.QgsProcessingContext()
        context.setProject(project)
        out = run(
            "sampledata",
            {"AREA": "andes", "LOAD": value, "FOLDER": str(tmp_path / str(number))},
            context=context,
        )
        assert out["FOLDER"]
        assert not context.layersToLoadOnCompletion(), value
    context = qgis_core.QgsProcessingContext()
    context.setProject(project)
    run("sampledata", {"AREA": "andes", "LOAD": "ja", "FOLDER": str(tmp_path / "yes")}, context=context)
    assert context.layersToLoadOnCompletion()


def test_qgis_process_takes_the_words(tmp_path):
    done = qgis_process("sampledata", {"AREA": "andes", "LOAD": "nein", "FOLDER": tmp_path / "a"})
    assert done.returncode == 0, messages(done)
    assert "LOAD=false" in messages(done)
    assert "is no parameter of" not in messages(done)


def test_chains_refuse_what_is_no_number(provider):
    for algorithm in provider.algorithms():
        for definition in numbers_of(algorithm):
            for said in refusals(algorithm, {definition.name(): "0,5"}):
                assert f"{definition.name()} (" in said
                assert "'0,5'" in said
