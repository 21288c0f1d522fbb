"""How pip reaches the network: the proxy and the certificates that QGIS was told of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

CERTIFICATES = "landslide-certificates.pem"


@dataclass(frozen=True)
class Network:
    """A way to the network.

    Attributes
    ----------
    proxy : str
        Address of a proxy, with user and password if it wants them; empty, what the process already has counts.
    direct : tuple of str
        Addresses that are reached without the proxy.
    certificates : str
        PEM text of all authorities to trust; empty, pip trusts its own.
    """

    proxy: str = ""
    direct: tuple[str, ...] = ()
    certificates: str = ""

    def environment(self, folder: str) -> dict[str, str]:
        """Variables for pip; certificates are written into ``folder``.

        >>> Network("http://proxy:3128", ("https://mirror.local/x", "10.0.0.1")).environment("/")["NO_PROXY"]
        'mirror.local,10.0.0.1'
        >>> Network().environment("/nowhere")
        {}
        """
        found: dict[str, str] = {}
        if self.proxy:
            for name in ("HTTP_PROXY", "HTTPS_PROXY"):
                found[name] = found[name.lower()] = self.proxy
            hosts = ",".join(_host(address) for address in self.direct if _host(address))
            if hosts:
                found["NO_PROXY"] = found["no_proxy"] = hosts
        if self.certificates:
            file = Path(folder, CERTIFICATES)
            file.write_text(self.certificates, encoding="ascii")
            found.update(PIP_CERT=str(file), REQUESTS_CA_BUNDLE=str(file), SSL_CERT_FILE=str(file))
        return found

    @property
    def words(self) -> str:
        """What to say of it, without user and password; empty if there is nothing to say.

        >>> Network("@".join(("http://ann:b", "proxy:3128"))).words
        "pip goes through QGIS's proxy proxy:3128"
        """
        said = []
        if self.proxy:
            said.append(f"goes through QGIS's proxy {urlsplit(self.proxy).netloc.rpartition('@')[2]}")
        if self.certificates:
            said.append("trusts the certificate authorities that QGIS trusts")
        return f"pip {' and '.join(said)}" if said else ""


DIRECT = Network()


def proxy_address(host: str, port: str, user: str = "", word: str = "") -> str:
    """Address of a proxy as pip wants it.

    >>> proxy_address("proxy.local", "3128", "ann", "a:b@c").split("@")
    ['http://ann:a%3Ab%40c', 'proxy.local:3128']
    """
    who = f"{quote(user, safe='')}:{quote(word, safe='')}@" if user else ""
    where = host if host.startswith("[") or ":" not in host else f"[{host}]"
    return f"http://{who}{where}{':' + port if port and port != '0' else ''}"


def _host(address: str) -> str:
    parts = urlsplit(address if "//" in address else f"//{address}")
    return parts.hostname or ""
