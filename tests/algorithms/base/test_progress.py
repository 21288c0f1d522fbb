"""What a run says on its way: each warning once."""

from qgis.core import QgsProcessingFeedback

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
