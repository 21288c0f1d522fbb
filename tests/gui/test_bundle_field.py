"""The field of a model bundle takes a folder, and by its second button a .zip."""

from pathlib import Path

from tests.support.offscreen import told_by

SCRIPT = Path(__file__).with_name("bundle_field_script.py")


def test_the_second_button_chooses_a_zip_and_the_first_a_folder():
    field = told_by(SCRIPT)
    assert field == {
        "empty": None,
        "chosen": "/models/slides.zip",
        "folder": "/models/folder",
        "changes": ["/models/slides.zip", "/models/folder"],
    }
