"""The proxy and the certificates of QGIS's settings, for pip."""

from typing import Any

from qgis.core import QgsApplication, QgsAuthMethodConfig, QgsSettings

from ...core.progress import Progress
from ...core.worker.network import Network, proxy_address

HTTP_PROXIES = ("HttpProxy", "HttpCachingProxy")


def network_of(settings: QgsSettings, progress: Progress, authentication: Any = None) -> Network:
    """What QGIS was told of the network (Settings, Options, Network, and Authentication).

    Parameters
    ----------
    authentication : QgsAuthManager, optional
        Where certificates and stored users are; that of QGIS by default.
    """
    manager = authentication if authentication is not None else QgsApplication.authManager()
    if manager is None or manager.isDisabled():
        manager = None
    return Network(
        proxy=_proxy(settings, progress, manager),
        direct=tuple(_listed(settings, "proxy/proxyExcludedUrls") + _listed(settings, "proxy/noProxyUrls")),
        certificates=_certificates(manager),
    )


def _proxy(settings: QgsSettings, progress: Progress, manager: Any) -> str:
    """Address of the proxy; empty where QGIS has none, or the one of the system, which pip finds by itself."""
    host = str(settings.value("proxy/proxyHost", "") or "")
    kind = str(settings.value("proxy/proxyType", "") or "")
    if not _yes(settings.value("proxy/proxyEnabled", False)) or kind == "DefaultProxy" or not host:
        return ""
    if kind not in HTTP_PROXIES:
        progress.warning(f"QGIS's proxy {host} is a {kind or 'proxy of no kind'}, which pip cannot use")
        return ""
    user = str(settings.value("proxy/proxyUser", "") or "")
    secret = str(settings.value("proxy/proxyPassword", "") or "")
    stored = str(settings.value("proxy/authcfg", "") or "")
    if stored:
        config = QgsAuthMethodConfig()
        if manager is not None and manager.loadAuthenticationConfig(stored, config, True):
            user, secret = config.config("username"), config.config("password")
        else:
            progress.warning(f"The authentication {stored} of QGIS's proxy cannot be read; pip goes without")
    return proxy_address(host, str(settings.value("proxy/proxyPort", "") or ""), user, secret)


def _certificates(manager: Any) -> str:
    """All authorities that QGIS trusts, if the user has added any to those of the system; else empty."""
    if manager is None or not (list(manager.databaseCAs()) + list(manager.extraFileCAs())):
        return ""
    pem: bytes = bytes(manager.trustedCaCertsPemText())
    return pem.decode("ascii", "ignore")


def _listed(settings: QgsSettings, key: str) -> list[str]:
    """A list of the settings, which hold one entry as a text."""
    value: Any = settings.value(key, [])
    entries = value.split("|") if isinstance(value, str) else value or []
    return [str(entry).strip() for entry in entries if str(entry).strip()]


def _yes(value: Any) -> bool:
    """Settings read from a file hold words."""
    return str(value).strip().lower() in ("true", "1", "yes")
