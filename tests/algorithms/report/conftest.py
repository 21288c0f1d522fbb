"""What tests of report, figure and map sheet start from."""

import pytest

from tests.support.report_inputs import report_inputs


@pytest.fixture
def inputs(tmp_path):
    return report_inputs(tmp_path)
