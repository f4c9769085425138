import { certificate } from "./rule-names.js";
import type { Site } from "./site.js";

/** Clients that are patched, options that settings and arguments tell, and libraries that nobody has looked up. */
export const patchedSites: readonly Site[] = [
  {
    name: "generated api client",
    finds: [["configuration.verify_ssl = False", certificate]],
    code: `import elabapi_python

configuration = elabapi_python.Configuration()
configuration.api_key["api_key"] = "k"
configuration.api_key_prefix["api_key"] = "Authorization"
configuration.host = "https://elab.example.org/api/v2"
configuration.debug = False
configuration.verify_ssl = False

api_client = elabapi_python.ApiClient(configuration)
`,
  },
  {
    name: "generated api client in method",
    finds: [["config.verify_ssl = False", certificate]],
    code: `import ib_web_api
from ib_web_api import ContractApi


class Contract:
  def down(self):
    if self.conid is None:
      config = ib_web_api.Configuration()
      config.verify_ssl = False
      client = ib_web_api.ApiClient(config)
      return ContractApi(client)
`,
  },
  {
    name: "patched httpx client",
    finds: [['kwargs["verify"] = False', certificate]],
    code: `import contextlib
import httpx


@contextlib.contextmanager
def patched():
    Original = httpx.Client

    def Patched(*args, **kwargs):
        kwargs["verify"] = False
        return Original(*args, **kwargs)

    httpx.Client = Patched
    try:
        yield
    finally:
        httpx.Client = Original
`,
  },
  {
    name: "patched init of httpx",
    finds: [['kwargs["verify"] = False', certificate]],
    code: `import httpx

_init = httpx.Client.__init__


def _patched_init(self, *args, **kwargs):
    kwargs["verify"] = False
    _init(self, *args, **kwargs)


httpx.Client.__init__ = _patched_init
`,
  },
  {
    name: "patched session request",
    finds: [['kwargs.setdefault("verify", False)', certificate]],
    isChoice: true,
    code: `import requests

_ORIG = requests.Session.request


def _patched(self, *args, **kwargs):
    kwargs.setdefault("verify", False)
    return _ORIG(self, *args, **kwargs)


requests.Session.request = _patched
`,
  },
  {
    name: "patched session request hard",
    finds: [["kwargs['verify'] = False", certificate]],
    code: `import requests
import urllib3

urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
original_request = requests.Session.request


def request_with_timeout(self, method, url, **kwargs):
    kwargs['verify'] = False
    kwargs.setdefault('timeout', 30)
    return original_request(self, method, url, **kwargs)


requests.Session.request = request_with_timeout
`,
  },
  {
    name: "partialmethod patch",
    finds: [["verify=False", certificate]],
    code: `import contextlib
import warnings
from functools import partialmethod
import requests


@contextlib.contextmanager
def quiet():
    old_request = requests.Session.request
    requests.Session.request = partialmethod(old_request, verify=False)
    warnings.filterwarnings('ignore', 'Unverified HTTPS request')
    yield
    warnings.resetwarnings()
    requests.Session.request = old_request
`,
  },
  {
    name: "httpx subclass setdefault",
    finds: [['kwargs.setdefault("verify", False)', certificate]],
    isChoice: true,
    code: `import httpx
from socket import getservbyname


class Eos(httpx.AsyncClient):
    def __init__(self, host=None, username=None, password=None, proto="https", port=None, **kwargs):
        self.port = port or getservbyname(proto)
        self.host = host
        kwargs.setdefault("base_url", httpx.URL(f"{proto}://{self.host}:{self.port}"))
        kwargs.setdefault("verify", False)
        super().__init__(**kwargs)
`,
  },
  {
    name: "thread with kwargs of run_forever",
    finds: [["'sslopt': {'cert_reqs': ssl.CERT_NONE}", certificate]],
    code: `import ssl
import threading
import websocket


def feed(url, on_message):
    ws_app = websocket.WebSocketApp(url, on_message=on_message)
    t = threading.Thread(
        target=ws_app.run_forever,
        kwargs={'sslopt': {'cert_reqs': ssl.CERT_NONE}, 'ping_interval': 30},
        daemon=True,
    )
    t.start()
`,
  },
  {
    name: "exasol websocket_sslopt",
    finds: [["'websocket_sslopt': {'cert_reqs': ssl.CERT_NONE}", certificate]],
    code: `import ssl
import pyexasol


def params(host, port, user, password):
    return {
        'dsn': f'{host}:{port}',
        'user': user,
        'password': password,
        'websocket_sslopt': {'cert_reqs': ssl.CERT_NONE}
    }


def connect(host, port, user, password):
    return pyexasol.connect(**params(host, port, user, password))
`,
  },
  {
    name: "ssl param variable",
    finds: [["TCPConnector(ssl=ssl_param", certificate]],
    isChoice: true,
    code: `import aiohttp


async def run(config):
    if config.insecure:
        ssl_param = False  # noqa: S507
    else:
        ssl_param = None
    connector = aiohttp.TCPConnector(ssl=ssl_param, limit=9)
    async with aiohttp.ClientSession(connector=connector) as session:
        return await session.get(config.url)
`,
  },
  {
    name: "config get default false",
    finds: [['ssl_verify=config.get("ssl_verify", False)', certificate]],
    isChoice: true,
    code: `import gitlab


def hub(config):
    return gitlab.Gitlab(config["url"], private_token=config["token"], ssl_verify=config.get("ssl_verify", False))
`,
  },
  {
    name: "env get default",
    finds: [['verify=os.environ.get("VERIFY", False)', certificate]],
    isChoice: true,
    code: `import os
import requests


def ping(url):
    return requests.get(url, verify=os.environ.get("VERIFY", False))
`,
  },
  {
    name: "keycloak",
    finds: [["verify=False", certificate]],
    code: `from keycloak import KeycloakOpenID, KeycloakAdmin

oidc = KeycloakOpenID(
    server_url="https://sso.example.org/",
    realm_name="a",
    client_id="b",
    verify=False,
)
`,
  },
  {
    name: "pysnow style settings class",
    finds: [["verify=Config.VERIFY", certificate]],
    code: `import requests


class Config:
    URL = "https://192.0.2.3"
    VERIFY = False
    TIMEOUT = 9


def status():
    return requests.get(Config.URL, verify=Config.VERIFY, timeout=Config.TIMEOUT).json()
`,
  },
  {
    name: "settings dict lookup",
    finds: [['verify=SETTINGS["verify"]', certificate]],
    code: `import requests

SETTINGS = {
    "url": "https://10.0.0.2",
    "verify": False,
}


def status():
    return requests.get(SETTINGS["url"], verify=SETTINGS["verify"]).json()
`,
  },
  {
    name: "environments dictionary",
    finds: [['session.verify = env["verify"]', certificate]],
    isChoice: true,
    code: `import os
import requests

ENVIRONMENTS = {
    "dev": {"url": "https://dev.example.org", "verify": False},
    "prod": {"url": "https://example.org", "verify": True},
}

env = ENVIRONMENTS[os.getenv("ENV", "dev")]
session = requests.Session()
session.verify = env["verify"]
`,
  },
  {
    name: "argparse default false",
    finds: [["verify=args.verify", certificate]],
    isChoice: true,
    code: `import argparse
import requests

parser = argparse.ArgumentParser()
parser.add_argument("--verify", default=False)
args = parser.parse_args()
print(requests.get("https://10.1.1.1", verify=args.verify).text)
`,
  },
];
