"""What may not change a cell's bits changes none on the kernels of any processor, whichever this machine has."""

from tests.support.bits import kernel, require_passing, require_same_on_any_threads  # noqa: F401

INFERENCE, MAPPING = "tests/core/model/inference", "tests/core/workflows/mapping"
BUNDLE, IO, EXPLAIN = "tests/core/model/bundle", "tests/core/io", "tests/core/model/explain"
INVARIANCE = (
    f"{INFERENCE}/test_columns.py",
    f"{INFERENCE}/test_network.py",
    f"{MAPPING}/test_map_invariance.py",
    f"{BUNDLE}/test_bundle.py::test_a_cell_does_not_depend_on_the_cells_and_scenarios_beside_it",
    f"{MAPPING}/test_map_parts.py::test_parts_joined_equal_the_whole_to_the_bit",
    f"{MAPPING}/test_map_parts.py::test_thin_rasters",
    f"{MAPPING}/test_run.py::test_strips_equal_the_whole",
    f"{MAPPING}/test_run.py::test_one_scenario_does_not_depend_on_which_others_are_asked",
    f"{IO}/test_trigger_rasters.py::test_a_constant_raster_is_a_number_and_parts_have_the_bits_of_the_whole",
    f"{IO}/test_trigger_rasters.py::test_own_soil_profiles_meet_their_own_rain",
)
LONGER = (
    f"{MAPPING}/test_cluster.py::test_two_workers_one_of_which_is_killed_give_the_bytes_of_one_process",
    f"{MAPPING}/test_cluster.py::test_tiles_of_any_size_join_to_the_whole_also_of_an_extent_and_in_the_cloud_layout",
    f"{MAPPING}/test_map_parts.py::test_little_memory_changes_no_bit_and_too_little_is_refused",
    f"{MAPPING}/test_map_plan.py::test_runs_of_columns_give_the_same_bits_as_whole_rows",
    f"{MAPPING}/test_run.py::test_maps_are_the_statistics_of_the_members",
    f"{MAPPING}/test_run.py::test_the_models_depth_is_mapped_with_its_layers_and_the_caveat_of_a_table",
    f"{EXPLAIN}/test_attribution.py::test_shares_sum_to_the_distance_from_the_mean_in_every_cell",
)
"""Run for the kernels of most users' processors alone, which are the least even."""


def test_invariance_holds(kernel):  # noqa: F811
    require_passing(kernel, (*INVARIANCE, *LONGER) if kernel == "Haswell" else INVARIANCE)


def test_threads_of_the_library_change_no_bit(kernel):  # noqa: F811
    require_same_on_any_threads(kernel)
