#!/bin/sh
# Every test part in a process and environment of its own; all run, and one failure fails the whole.
cd "$(dirname "$0")/.." || exit 1

core=landslide_plugin/core
worker_parts="$core/model $core/evaluation $core/samples $core/report $core/terrain/kernels"
ignored=""
for part in $worker_parts; do ignored="$ignored --ignore=$part"; done
failed=""

part() {
    name=$1
    shift
    echo
    echo "== $name"
    started=$(date +%s)
    "$@" || failed="$failed $name"
    echo "== $name took $(($(date +%s) - started)) s"
}

system="nice timeout 1500 .venv/bin/python -m pytest -q -p no:cacheprovider"
worker="nice timeout 1500 .venv-worker/bin/python -m pytest -q -p no:cacheprovider"

# shellcheck disable=SC2086
{
    part lint make -s lint
    part core $system tests/unit tests/property tests/reference --doctest-modules $core tools/qgis_runner.py tools/reference.py $ignored
    part model $worker tests/model --doctest-modules $worker_parts
    part qgis $system tests/qgis
    part gui tools/run_gui_tests.sh
}

echo
if [ -n "$failed" ]; then
    echo "FAILED:$failed"
    exit 1
fi
echo "All parts passed."
