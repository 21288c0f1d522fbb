#!/bin/sh
# Every test part in a process and environment of its own; all run, and one failure fails the whole.
# The folder of a test decides its part: tests/worker runs in the modelling environment, all else in QGIS's.
# What computes runs beside what mostly waits for QGIS to start, and is shown after it.
cd "$(dirname "$0")/../.." || exit 1

core=landslide_plugin/core
worker_rooms="$core/model $core/evaluation $core/samples $core/report $core/terrain/kernels"
ignored=""
for room in $worker_rooms; do ignored="$ignored --ignore=$room"; done
beside=$(mktemp -d) || exit 1
trap 'rm -rf "$beside"' EXIT
failed=""

timed() {
    name=$1
    shift
    echo
    echo "== $name"
    started=$(date +%s)
    "$@"
    code=$?
    echo "== $name took $(($(date +%s) - started)) s"
    return $code
}

part() {
    timed "$@" || failed="$failed $1"
}

# An hourglass against what hangs; a busy machine gets more sand, or LANDSLIDE_PATIENCE times as much.
limit=$(/usr/bin/python3 tools/check/patience.py 3600)
system="nice timeout $limit .venv/bin/python -m pytest -q -p no:cacheprovider"
worker="nice timeout $limit .venv-worker/bin/python -m pytest -q -p no:cacheprovider"

# shellcheck disable=SC2086
{
    part lint make -s lint
    {
        failed=""
        part worker $worker tests/worker --doctest-modules $worker_rooms
        part core $system tests/core tests/reference tests/tools --doctest-modules $core tools/check tools/docs/reference.py tools/docs/written.py $ignored
        [ -z "$failed" ]
    } >"$beside/computed" 2>&1 &
    computing=$!
    part algorithms $system tests/algorithms tests/attack --doctest-modules landslide_plugin/algorithms landslide_plugin/desktop
    part gui sh tools/check/run_gui_tests.sh
    wait "$computing" || failed="$failed worker-or-core"
    cat "$beside/computed"
}

echo
if [ -n "$failed" ]; then
    echo "FAILED:$failed"
    exit 1
fi
echo "All parts passed."
