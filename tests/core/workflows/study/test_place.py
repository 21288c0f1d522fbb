"""Where a study goes, and that it never mixes with what is there."""

from datetime import date

import pytest

from landslide_plugin.core.errors import InputError
from landslide_plugin.core.workflows.study.place import default_folder, require_free

DAY = date(2026, 11, 30)


def test_a_folder_that_exists_gets_the_next_number(tmp_path):
    names = []
    for _ in range(3):
        place = default_folder(str(tmp_path), "landslide_points", DAY)
        assert place.parent == tmp_path / "landslide"
        names.append(place.name)
        place.mkdir(parents=True)
    stem = "landslide_points_2026-11-30"
    assert names == [stem, f"{stem}_2", f"{stem}_3"]


@pytest.mark.parametrize(
    ("layer", "name"),
    [
        ("Slides: 2018/19", "Slides_2018_19"),
        ("../../etc", "etc"),
        ("Überrutschung ñ", "Überrutschung_ñ"),
        ("***", "study"),
        ("a" * 200, "a" * 60),
    ],
)
def test_a_layer_s_name_becomes_a_name_of_one_folder(layer, name, tmp_path):
    place = default_folder(str(tmp_path), layer, DAY)
    assert place.name == f"{name}_2026-11-30"
    assert place.parent == tmp_path / "landslide"


def test_without_a_saved_project_the_folder_must_be_given():
    with pytest.raises(InputError, match="the project is not saved.*give FOLDER"):
        default_folder("", "slides", DAY)


def test_a_folder_with_files_is_refused_and_an_empty_one_is_not(tmp_path):
    require_free(tmp_path)
    require_free(tmp_path / "new")
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(InputError, match="holds files already"):
        require_free(tmp_path)
    with pytest.raises(InputError, match="is a file"):
        require_free(tmp_path / "mine.txt")
