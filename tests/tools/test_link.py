"""``make link`` never takes the place of something real."""

import pytest

from tools.setup.link import link, plugins_folder


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "source" / "landslide_plugin"
    folder.mkdir(parents=True)
    return folder


def test_the_profile_follows_the_environment(tmp_path):
    home = {"HOME": "/home/a"}
    assert str(plugins_folder(home)) == "/home/a/.local/share/QGIS/QGIS3/profiles/default/python/plugins"
    moved = plugins_folder({**home, "XDG_DATA_HOME": "/data"})
    assert str(moved) == "/data/QGIS/QGIS3/profiles/default/python/plugins"
    custom = plugins_folder({**home, "QGIS_CUSTOM_CONFIG_PATH": "/c"})
    assert str(custom) == "/c/profiles/default/python/plugins"


def test_a_link_is_made_kept_and_moved(tmp_path, source):
    plugins = tmp_path / "plugins"
    link(source, plugins)
    assert (plugins / "landslide_plugin").resolve() == source.resolve()
    assert "already" in link(source, plugins)
    other = tmp_path / "other" / "landslide_plugin"
    other.mkdir(parents=True)
    link(other, plugins)
    assert (plugins / "landslide_plugin").resolve() == other.resolve()


def test_a_real_folder_is_left_alone(tmp_path, source):
    installed = tmp_path / "plugins" / "landslide_plugin"
    installed.mkdir(parents=True)
    (installed / "kept.py").write_text("mine")
    with pytest.raises(FileExistsError, match="real folder"):
        link(source, tmp_path / "plugins")
    assert (installed / "kept.py").read_text() == "mine"
