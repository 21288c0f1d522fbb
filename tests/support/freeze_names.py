"""Write the public names of every algorithm to ``frozen_names.json``: ``python -m tests.support.freeze_names``.

Names of algorithms, parameters and outputs are promises: models and scripts of users hold them.
Adding one is fine; taking one away or renaming it needs a reason and a line in the changelog.
"""

import json
from pathlib import Path

FROZEN = Path(__file__).resolve().parents[1] / "data" / "frozen_names.json"


def public_names(provider):
    """Parameter and output keys of each algorithm of a provider, by id."""
    return {
        algorithm.name(): {
            "parameters": [definition.name() for definition in algorithm.parameterDefinitions()],
            "outputs": [definition.name() for definition in algorithm.outputDefinitions()],
        }
        for algorithm in sorted(provider.algorithms(), key=lambda algorithm: algorithm.name())
    }


if __name__ == "__main__":
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    from landslide_plugin.plugin import LandslidePlugin

    plugin = LandslidePlugin(None)
    plugin.initProcessing()
    provider = plugin.provider
    FROZEN.write_text(json.dumps(public_names(provider), indent=1) + "\n")
    print(f"{FROZEN.name}: {', '.join(public_names(provider))}")
    app.exitQgis()
