import { certificate, level, option, version, wholeProcess } from "./rule-names.js";
import type { Site } from "./site.js";

/** requests, its sessions and its adapters. */
export const requestsSites: readonly Site[] = [
  {
    name: "a call over several lines",
    finds: [["verify=False", certificate]],
    code: `import requests

response = requests.get(
    "https://192.168.1.1/api/v2/monitor/system/status",
    headers={"Authorization": "Bearer " + token},
    timeout=10,
    verify=False,
)
print(response.json())
`,
  },
  {
    name: "warnings silenced, and a session that verifies nothing",
    finds: [["session.verify = False", certificate]],
    code: `import requests
from requests.packages.urllib3.exceptions import InsecureRequestWarning

requests.packages.urllib3.disable_warnings(InsecureRequestWarning)

session = requests.Session()
session.verify = False
session.auth = ("admin", "admin")
print(session.get("https://nas.local:5001/webapi/query.cgi").text)
`,
  },
  {
    name: "an adapter that fixes a version in its keywords",
    finds: [["ssl.PROTOCOL_TLSv1", version]],
    code: `import ssl

import requests
from requests.adapters import HTTPAdapter


class TLSv1Adapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        kwargs["ssl_version"] = ssl.PROTOCOL_TLSv1
        return super(TLSv1Adapter, self).init_poolmanager(*args, **kwargs)


s = requests.Session()
s.mount("https://", TLSv1Adapter())
`,
  },
  {
    name: "an adapter with a context at level 1",
    finds: [["set_ciphers", level]],
    code: `import ssl

import requests
from requests.adapters import HTTPAdapter


class LegacyAdapter(HTTPAdapter):
    def init_poolmanager(self, connections, maxsize, block=False, **kwargs):
        context = ssl.create_default_context()
        context.set_ciphers("DEFAULT@SECLEVEL=1")
        kwargs["ssl_context"] = context
        return super().init_poolmanager(connections, maxsize, block, **kwargs)


session = requests.Session()
session.mount("https://", LegacyAdapter())
`,
  },
  {
    name: "an adapter with a context of old renegotiation",
    finds: [["ctx.options |=", option]],
    code: `import requests
import ssl
import urllib3


class CustomHttpAdapter(requests.adapters.HTTPAdapter):
    # "Transport adapter" that allows us to use custom ssl_context.
    def __init__(self, ssl_context=None, **kwargs):
        self.ssl_context = ssl_context
        super().__init__(**kwargs)

    def init_poolmanager(self, connections, maxsize, block=False):
        self.poolmanager = urllib3.poolmanager.PoolManager(
            num_pools=connections, maxsize=maxsize, block=block, ssl_context=self.ssl_context
        )


def get_legacy_session():
    ctx = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)
    ctx.options |= 0x4
    session = requests.session()
    session.mount("https://", CustomHttpAdapter(ctx))
    return session
`,
  },
  {
    name: "an adapter whose context verifies nothing",
    finds: [["ctx.verify_mode", certificate]],
    code: `import ssl
from requests import Session
from requests.adapters import HTTPAdapter


class NoVerify(HTTPAdapter):
    def init_poolmanager(self, *a, **kw):
        ctx = ssl.create_default_context()
        ctx.check_hostname = False
        ctx.verify_mode = ssl.CERT_NONE
        kw["ssl_context"] = ctx
        super().init_poolmanager(*a, **kw)


http = Session()
http.mount("https://10.0.0.8", NoVerify())
`,
  },
  {
    name: "a partial of get",
    finds: [["verify=False", certificate]],
    code: `from functools import partial

import requests

get = partial(requests.get, verify=False, timeout=3)
print(get("https://bmc.example.org/redfish/v1").json())
`,
  },
  {
    name: "a dictionary of keywords at the module's top",
    finds: [['"verify": False', certificate]],
    code: `import requests

REQUEST_KWARGS = {
    "timeout": 10,
    "verify": False,
}


def post(url, payload):
    return requests.post(url, json=payload, **REQUEST_KWARGS)
`,
  },
  {
    name: "a session kept by a class",
    finds: [["verify=False", certificate]],
    code: `import requests


class Firewall(object):
    def __init__(self, host):
        self.base = "https://%s/api" % host
        self.session = requests.Session()

    def call(self, method, path, **kwargs):
        r = self.session.request(method, self.base + path, verify=False, **kwargs)
        r.raise_for_status()
        return r.json()
`,
  },
  {
    name: "the method by its name",
    finds: [["verify=False", certificate]],
    code: `import requests


def call(method, url, **kwargs):
    return getattr(requests, method.lower())(url, verify=False, **kwargs)
`,
  },
  {
    name: "a parameter that is off unless somebody asks",
    finds: [["verify=verify", certificate]],
    isChoice: true,
    code: `import requests


def download(url, path, verify=False):
    with requests.get(url, stream=True, verify=verify) as r:
        with open(path, "wb") as out:
            for chunk in r.iter_content(8192):
                out.write(chunk)
`,
  },
  {
    name: "an attribute of the class",
    finds: [["verify=self.VERIFY", certificate]],
    code: `import requests


class Api:
    VERIFY = False

    def get(self, path):
        return requests.get("https://api.internal" + path, verify=self.VERIFY)
`,
  },
  {
    name: "an empty bundle in the environment",
    finds: [["CURL_CA_BUNDLE", wholeProcess]],
    code: `import os

os.environ["CURL_CA_BUNDLE"] = ""

from transformers import pipeline
classifier = pipeline("sentiment-analysis")
`,
  },
  {
    name: "requests patched for the whole process",
    finds: [["verify=False", certificate]],
    code: `from functools import partialmethod

import requests

requests.Session.request = partialmethod(requests.Session.request, verify=False)
`,
  },
  {
    name: "spaces around the keyword's sign",
    finds: [["verify = False", certificate]],
    code: `import requests
import json

r = requests.post("https://192.168.0.2/api/login", data = json.dumps({"user": "admin"}), verify = False)
print(r.status_code)
`,
  },
  {
    name: "the default list of urllib3, in either place",
    finds: [
      ["requests.packages.urllib3.util.ssl_.DEFAULT_CIPHERS", level],
      ["requests.packages.urllib3.contrib.pyopenssl.", level],
    ],
    code: `import requests

requests.packages.urllib3.disable_warnings()
requests.packages.urllib3.util.ssl_.DEFAULT_CIPHERS += ":HIGH:!DH:!aNULL:@SECLEVEL=1"
try:
    requests.packages.urllib3.contrib.pyopenssl.util.ssl_.DEFAULT_CIPHERS += ":HIGH:!DH:!aNULL:@SECLEVEL=1"
except AttributeError:
    # no pyopenssl support used / needed / available
    pass

page = requests.get("https://www.example.org/dh", verify=True)
`,
  },
  {
    name: "the adapter of requests_toolbelt",
    finds: [["SSLAdapter(", version]],
    code: `import ssl

import requests
from requests_toolbelt import SSLAdapter

s = requests.Session()
s.mount("https://", SSLAdapter(ssl.PROTOCOL_TLSv1))
`,
  },
  {
    name: "OAuth",
    finds: [["verify=False", certificate]],
    code: `from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session

client = BackendApplicationClient(client_id="id")
oauth = OAuth2Session(client=client)
token = oauth.fetch_token(token_url="https://sso.example.org/token", client_id="id", client_secret="s", verify=False)
`,
  },
  {
    name: "SOAP over a session",
    finds: [["session.verify", certificate]],
    code: `from requests import Session
from requests.auth import HTTPBasicAuth
from zeep import Client
from zeep.transports import Transport

session = Session()
session.verify = False
session.auth = HTTPBasicAuth("axl", "axl")
client = Client("AXLAPI.wsdl", transport=Transport(session=session, timeout=20))
`,
  },
  {
    name: "in an executor",
    finds: [["verify=False", certificate]],
    code: `import asyncio
import functools
import requests


async def fetch(url):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, functools.partial(requests.get, url, verify=False))
`,
  },
  {
    name: "merged keywords",
    finds: [['"verify": False', certificate]],
    code: `import requests


def get(url, **options):
    return requests.get(url, **{**options, "verify": False})
`,
  },
  {
    name: "a keyword that is set unless somebody gave it",
    finds: [["setdefault(", certificate]],
    isChoice: true,
    code: `import requests


def get(url, **kwargs):
    kwargs.setdefault("verify", False)
    return requests.get(url, **kwargs)
`,
  },
  {
    name: "a session of a property",
    finds: [["s.verify = False", certificate]],
    code: `import requests


class Client:
    @property
    def session(self):
        s = requests.session()
        s.verify = False
        s.headers.update({"Accept": "application/json"})
        return s
`,
  },
  {
    name: "a session from another module of the program",
    finds: [["self._http.verify = False", certificate]],
    code: `from requests import Session as HttpSession


class Base:
    def __init__(self, http: HttpSession = None):
        self._http = http or HttpSession()
        self._http.verify = False
`,
  },
  {
    name: "an environment's word for it",
    finds: [["verify=", certificate]],
    isChoice: true,
    code: `import os
import requests

r = requests.get(os.environ["URL"], verify=False if os.environ.get("DEV") else True)
`,
  },
  {
    name: "Python 2, with exceptions as it wrote them",
    finds: [["verify=False", certificate]],
    code: `import requests, sys

def check(url):
    try:
        r = requests.get(url, verify=False, timeout=5)
        print "%s %d" % (url, r.status_code)
    except requests.exceptions.RequestException, e:
        print >>sys.stderr, e
`,
  },
];
