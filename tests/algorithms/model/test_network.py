"""What QGIS's settings say of proxy and certificates is what pip is told."""

import pytest

from landslide_plugin.core.progress import Progress


class Authorities:
    """Stands for QGIS's store of certificates and users."""

    def __init__(self, added=(), disabled=False):
        self._added, self._disabled = list(added), disabled

    def isDisabled(self):
        return self._disabled

    def databaseCAs(self):
        return self._added

    def extraFileCAs(self):
        return []

    def trustedCaCertsPemText(self):
        return b"-----BEGIN CERTIFICATE-----"

    def loadAuthenticationConfig(self, name, config, full):
        config.setConfig("username", "stored")
        config.setConfig("password", name)
        return name == "known"


@pytest.fixture
def settings(qgis_app, tmp_path):
    from qgis.core import QgsSettings
    from qgis.PyQt.QtCore import QSettings

    made = QgsSettings(str(tmp_path / "QGIS3.ini"), QSettings.Format.IniFormat)
    for name, value in (("Enabled", True), ("Type", "HttpProxy"), ("Host", "proxy.local"), ("Port", "3128")):
        made.setValue(f"proxy/proxy{name}", value)
    return made


def network(settings, authorities=None, warned=None):
    from landslide_plugin.algorithms.model.network import network_of

    said = [] if warned is None else warned
    return network_of(settings, Progress(warning=said.append), authorities or Authorities())


def test_a_proxy_with_its_user_and_what_is_reached_directly(settings):
    settings.setValue("proxy/proxyUser", "ann")
    settings.setValue("proxy/proxyPassword", "a b")
    settings.setValue("proxy/proxyExcludedUrls", ["http://one.local", "two.local"])
    found = network(settings)
    assert found.proxy == "http://ann:a%20b@proxy.local:3128"
    assert found.environment("/")["NO_PROXY"] == "one.local,two.local"
    assert found.certificates == ""


def test_an_authentication_of_the_store(settings):
    warned = []
    settings.setValue("proxy/authcfg", "known")
    assert network(settings).proxy == "http://stored:known@proxy.local:3128"
    settings.setValue("proxy/authcfg", "lost")
    assert network(settings, warned=warned).proxy == "http://proxy.local:3128"
    assert len(warned) == 1


@pytest.mark.parametrize(
    ("name", "value", "warns"),
    [("Enabled", False, 0), ("Type", "DefaultProxy", 0), ("Host", "", 0), ("Type", "Socks5Proxy", 1)],
)
def test_no_proxy_of_ours(settings, name, value, warns):
    warned = []
    settings.setValue(f"proxy/proxy{name}", value)
    assert network(settings, warned=warned).proxy == ""
    assert len(warned) == warns


def test_certificates_go_along_where_the_user_added_some(settings):
    assert network(settings, Authorities(["one"])).certificates == "-----BEGIN CERTIFICATE-----"
    assert network(settings, Authorities(["one"], disabled=True)).certificates == ""
