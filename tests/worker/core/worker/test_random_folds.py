"""A run says where the base stands for networks in random folds, so that its score is not taken for theirs."""

from dataclasses import replace

import pytest

from landslide_plugin.core.progress import Progress
from landslide_plugin.core.worker.tasks.training.modelling_run import ModellingRun
from tests.support.small_world import quick, world


@pytest.mark.parametrize(
    ("random_cv", "architecture", "lines"),
    [
        ("yes", "residual_chosen", 1),
        ("yes", "plain", 0),
        ("networks", "residual_chosen", 0),
        ("no", "residual_chosen", 0),
    ],
)
def test_it_is_said_that_the_base_stands_for_networks(random_cv, architecture, lines):
    said = []
    settings = replace(quick(architecture=architecture), random_cv=random_cv)
    run = ModellingRun({}, world(count=40), settings, Progress(info=said.append), {})
    run.tell_random_folds()
    assert [line.startswith("No network is trained in random folds") for line in said] == [True] * lines
    assert run.notes == said
