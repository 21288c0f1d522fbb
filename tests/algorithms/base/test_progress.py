"""What a run says on its way: each warning once, and each line on a line of its own."""

from types import SimpleNamespace

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from landslide_plugin.algorithms.base import algorithm
from landslide_plugin.algorithms.base.algorithm import progress_of


def test_a_warning_that_comes_again_is_said_once_and_another_run_says_it_anew():
    for _ in range(2):
        feedback = QgsProcessingFeedback()
        progress = progress_of(feedback)
        for part in (progress, progress.part(0.0, 0.5), progress):
            part.warning("The band is constant")
        progress.warning("Another")
        assert feedback.textLog().count("The band is constant") == 1
        assert feedback.textLog().count("Another") == 1


class Console(QgsProcessingFeedback):
    """Writes as ``qgis_process`` does: digits and dots on one line, which ends at 100."""

    def __init__(self):
        super().__init__(False)
        self.text, self._drawn = "", -1
        self.progressChanged.connect(self._draw)

    def _draw(self, percent):
        for tick in range(self._drawn + 1, min(int(40 * percent / 100), 40) + 1):
            self.text += f"{tick * 10 // 4}" if tick % 4 == 0 else "."
            self.text += " - done.\n" if tick == 40 else ""
            self._drawn = tick

    def pushInfo(self, line):
        self.text += f"{line}\n"

    def pushWarning(self, line):
        self.text += f"{line}\n"


@pytest.mark.parametrize(("platform", "apart"), [("qgis_process", True), ("desktop", False)])
def test_no_line_begins_behind_the_digits_of_qgis_process(monkeypatch, platform, apart):
    monkeypatch.setattr(algorithm, "QgsApplication", SimpleNamespace(platform=lambda: platform))
    console = Console()
    progress = progress_of(console)
    for share in (0.0, 0.1, 0.3, 1.0):
        progress.fraction(share)
        progress.info("said")
        progress.info("said more")
        progress.warning(f"warned at {share}")
    lines = console.text.splitlines()
    behind = [line for line in lines if line.endswith(("said", "more")) and not line.startswith("said")]
    assert bool(behind) == (not apart)
    assert ("" in lines) is False


@pytest.mark.parametrize(
    ("platform", "said"),
    [
        ("qgis_process", "raise CV_FOLDS; BUNDLE: /m"),
        ("desktop", "raise 'Spatial folds'; 'Model bundle': /m"),
    ],
)
def test_the_window_says_labels_where_the_shell_says_keys(monkeypatch, provider, platform, said):
    made = next(one for one in provider.algorithms() if one.name() == "trainensemble")
    monkeypatch.setattr(algorithm.QgsApplication, "platform", staticmethod(lambda: platform))
    monkeypatch.setattr(
        type(made), "execute", lambda self, given: given.progress.warning("raise CV_FOLDS; BUNDLE: /m") or {}
    )
    feedback = QgsProcessingFeedback(False)
    made._done({"BUNDLE": "/m"}, QgsProcessingContext(), feedback)
    assert said in feedback.textLog()
