"""pip goes through the proxy and trusts the certificates that it is told of; a fake pip says what it was given."""

import json
import sys
from pathlib import Path

import pytest

from landslide_plugin.core.errors import WorkerError
from landslide_plugin.core.progress import SILENT, Progress
from landslide_plugin.core.worker.environment import create
from landslide_plugin.core.worker.network import Network, proxy_address

PYTHON = f"""#!{sys.executable}
import json, os, shutil, sys
from pathlib import Path
if sys.argv[1:3] == ["-m", "venv"]:
    inside = Path(sys.argv[-1], "bin")
    inside.mkdir(parents=True)
    shutil.copy(__file__, inside / "python")
elif sys.argv[1:4] == ["-m", "pip", "install"]:
    names = ("HTTP_PROXY", "https_proxy", "NO_PROXY", "PIP_CERT", "SSL_CERT_FILE")
    told = {{name: os.environ.get(name) for name in names}}
    told["arguments"], told["pem"] = sys.argv, told["PIP_CERT"] and Path(told["PIP_CERT"]).read_text()
    Path(__file__).parents[1].with_name("told.json").write_text(json.dumps(told))
    print("Collecting everything")
    sys.exit("fail.local" in os.environ.get("NO_PROXY", ""))
"""
SECRET = "p@ss:w/rd"


@pytest.fixture
def python(tmp_path):
    fake = tmp_path / "python"
    fake.write_text(PYTHON)
    fake.chmod(0o755)
    return str(fake)


@pytest.fixture
def wanted(tmp_path):
    file = tmp_path / "wanted.txt"
    file.write_text("everything==1.0\n")
    return [str(file)]


def test_proxy_and_certificates_reach_pip_and_no_log(tmp_path, python, wanted, monkeypatch):
    for name in ("HTTP_PROXY", "https_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    network = Network(
        proxy_address("proxy.local", "3128", "ann", SECRET), ("https://pypi.local/simple",), "PEM"
    )
    lines = []
    create(str(tmp_path / "env"), wanted, python, Progress(info=lines.append), network=network)
    told = json.loads((tmp_path / "told.json").read_text())
    assert told["HTTP_PROXY"] == told["https_proxy"] == "http://ann:p%40ss%3Aw%2Frd@proxy.local:3128"
    assert told["NO_PROXY"] == "pypi.local"
    assert (told["pem"], told["SSL_CERT_FILE"]) == ("PEM", told["PIP_CERT"])
    assert not Path(told["PIP_CERT"]).exists()
    assert not any("p%40ss" in word or SECRET in word for word in (*lines, *told["arguments"], network.words))


def test_a_failing_pip_says_nothing_of_the_proxys_user(tmp_path, python, wanted):
    network = Network(proxy_address("proxy.local", "3128", "ann", SECRET), ("https://fail.local",))
    with pytest.raises(WorkerError, match="Collecting everything") as raised:
        create(str(tmp_path / "env"), wanted, python, SILENT, network=network)
    assert "ann" not in str(raised.value)


def test_without_settings_pip_has_what_the_process_has(tmp_path, python, wanted, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://own:1")
    monkeypatch.delenv("PIP_CERT", raising=False)
    create(str(tmp_path / "env"), wanted, python, SILENT)
    told = json.loads((tmp_path / "told.json").read_text())
    assert (told["HTTP_PROXY"], told["PIP_CERT"]) == ("http://own:1", None)
