import { certificate, host, unasked, version } from "./rule-names.js";
import type { Site } from "./site.js";

/** Options of objects, dictionaries and addresses of which a file does not show the whole. */
export const foreignSites: readonly Site[] = [
  {
    name: "merge environment settings patched",
    finds: [["settings['verify'] = False", certificate]],
    code: `import contextlib
import warnings
import requests
from urllib3.exceptions import InsecureRequestWarning

original = requests.Session.merge_environment_settings


@contextlib.contextmanager
def quiet_requests():
    opened = set()

    def merge_environment_settings(self, url, proxies, stream, verify, cert):
        opened.add(self.get_adapter(url))
        settings = original(self, url, proxies, stream, verify, cert)
        settings['verify'] = False
        return settings

    requests.Session.merge_environment_settings = merge_environment_settings
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore', InsecureRequestWarning)
            yield
    finally:
        requests.Session.merge_environment_settings = original
`,
  },
  {
    name: "wrap socket with line continuation py2",
    finds: [["ssl_version=ssl.PROTOCOL_TLSv1", version]],
    code: `import socket, ssl, threading

class Box(threading.Thread):
    def __init__(self):
        self.raw = socket.socket()
        self.raw.listen(5)
        self.tls = ssl.wrap_socket(self.raw, \\
                ssl_version=ssl.PROTOCOL_TLSv1, server_side=True, certfile="./cert.pem")

    def run(self):
        while True:
            print "waiting.."
            self.tls.accept()
`,
  },
  {
    name: "wrap socket verifying client tls1",
    finds: [["ssl_version=ssl.PROTOCOL_TLSv1", version]],
    code: `import ssl
import httplib


class Checked(httplib.HTTPConnection):
    def connect(self):
        httplib.HTTPConnection.connect(self)
        self.sock = ssl.wrap_socket(self.sock, keyfile=self.key_file,
            certfile=self.cert_file, cert_reqs=self.cert_reqs,
            ca_certs=self.ca_certs, ssl_version=ssl.PROTOCOL_TLSv1)
        print u"connected"
`,
  },
  {
    name: "cloudscraper",
    finds: [
      ["scraper.verify = False", certificate],
      ["scraper.post(url, json=body, verify=False)", certificate],
    ],
    code: `import cloudscraper

scraper = cloudscraper.create_scraper(browser={'browser': 'firefox', 'platform': 'darwin', 'desktop': True})
scraper.verify = False


def sign_in(url, body):
    return scraper.post(url, json=body, verify=False)
`,
  },
  {
    name: "google authorized session",
    finds: [["session.verify = False", certificate]],
    code: `from google.oauth2 import service_account
from google.auth.transport.requests import AuthorizedSession


def sheets(info):
    creds = service_account.Credentials.from_service_account_info(info)
    session = AuthorizedSession(creds)
    session.verify = False
    return session.get("https://sheets.googleapis.com/v4/x")
`,
  },
  {
    name: "class options spread",
    finds: [['"verify": False', certificate]],
    code: `import json
import requests


class Clock:
    options = {
        "headers": {"Content-type": "application/json"},
        "verify": False,
    }

    def __init__(self, user, password, host):
        response = requests.post(
            f"{host}/login.fcgi", data=json.dumps({"login": user}), **self.options
        )
        self.session = response.json()["session"]
`,
  },
  {
    name: "kwargs of a helper spread",
    finds: [['"verify": False', certificate]],
    code: `import httpx

PROXY = None


def _client_kwargs(timeout: float, follow: bool = False) -> dict:
    kwargs = {
        "verify": False,
        "timeout": timeout,
        "follow_redirects": follow,
    }
    if PROXY:
        kwargs["proxy"] = PROXY
    return kwargs


async def ask(url):
    async with httpx.AsyncClient(**_client_kwargs(30.0)) as client:
        return await client.get(url)
`,
  },
  {
    name: "context of parameter default",
    finds: [["ssl.SSLContext(ssl.PROTOCOL_SSLv23)", certificate]],
    code: `import ssl
import tornado.iostream


class Link:
    def starttls(self, ssl_context=None, callback=None):
        if not ssl_context:
            ssl_context = ssl.SSLContext(ssl.PROTOCOL_SSLv23)

        def _callback(data):
            s = ssl_context.wrap_socket(self.stream.socket, do_handshake_on_connect=False)
            self.stream = tornado.iostream.SSLIOStream(s)
`,
  },
  {
    name: "session from a helper",
    finds: [['s.get(f"{BASE}/6", verify=False, timeout=10)', certificate]],
    code: `import requests

BASE = "https://erp.example.tw"


def _make_session(cookie):
    s = requests.Session()
    s.cookies.set("JSESSIONID", cookie)
    return s


def login(cookie):
    s = _make_session(cookie)
    rr = s.get(f"{BASE}/6", verify=False, timeout=10)
    return "610" in rr.text
`,
  },
  {
    name: "parameter named session",
    finds: [["session.get(url, headers=headers, params=params, verify=False, timeout=timeout)", certificate]],
    code: `import json
import requests


def call(session, method, url, headers, params, timeout):
    for attempt in range(3):
        if method == "GET":
            res = session.get(url, headers=headers, params=params, verify=False, timeout=timeout)
        else:
            res = session.post(url, headers=headers, data=json.dumps(params), verify=False, timeout=timeout)
        return res.json()
`,
  },
  {
    name: "paho handed in",
    finds: [["client.tls_insecure_set(True)", host]],
    code: `import ssl
import paho.mqtt.client as mqtt


class Ecu:
    def configure_tls(self, client, ca, cert, key):
        client.tls_set(
            ca_certs=ca,
            certfile=cert,
            keyfile=key,
            tls_version=ssl.PROTOCOL_TLSv1_2,
        )

        client.tls_insecure_set(True)
`,
  },
  {
    name: "splunk default",
    finds: [["client.connect(", unasked]],
    code: `import os
import splunklib.client as client

service = client.connect(
    host=os.getenv("SPLUNK_HOST"),
    port=8089,
    username=os.getenv("SPLUNK_USERNAME"),
    password=os.getenv("SPLUNK_PASSWORD"),
    scheme="https")
`,
  },
  {
    name: "splunk verify false",
    finds: [["verify=False", certificate]],
    code: `from splunklib import client


class Handler:
    def __init__(self, host, port, username, password):
        self.service = client.connect(host=host, port=port, username=username, password=password, verify=False)
`,
  },
  {
    name: "aiohttp session parameter",
    finds: [["ssl=False", certificate]],
    code: `import aiohttp
import asyncio
import random


async def visit(session, url):
    await asyncio.sleep(random.randrange(15))
    try:
        async with session.get(url[:url.rfind(('/'))] + '/about', ssl=False) as response:
            return await response.read()
    except aiohttp.ClientError:
        return None
`,
  },
  {
    name: "aiohttp self session from getter",
    finds: [["ssl=False", certificate]],
    code: `import aiohttp


class Inverter:
    async def _get_session(self):
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    async def login(self) -> bool:
        session = await self._get_session()
        async with session.get(f"{self.base}/auth", ssl=False) as resp:
            return resp.status == 200
`,
  },
  {
    name: "aiohttp spread and more",
    finds: [["ssl=False", certificate]],
    code: `import aiohttp


async def check(params, session, n):
    async with session.get(**params, timeout=9, ssl=False) as response:
        await response.read()
        return (params['url'], params.get('proxy'), response.status)
`,
  },
  {
    name: "pyopenssl imagined members",
    finds: [["SSL.Context(SSL.SSLv23_METHOD)", unasked]],
    code: `import idna
from socket import socket
from OpenSSL import SSL


def certificate(hostname, port):
    sock = socket()
    sock.connect((hostname, port))
    ctx = SSL.Context(SSL.SSLv23_METHOD) # most compatible
    ctx.check_hostname = False
    ctx.verify_mode = SSL.VERIFY_NONE
    tls = SSL.Connection(ctx, sock)
    tls.set_connect_state()
    tls.set_tlsext_host_name(idna.encode(hostname))
    tls.do_handshake()
    return tls.get_peer_certificate()
`,
  },
  {
    name: "pyopenssl null verifier",
    finds: [["OpenSSL.SSL.VERIFY_NONE", certificate]],
    code: `import abc
import OpenSSL.SSL


class Base(metaclass=abc.ABCMeta):
    def setup_context(self, ctx, transport):
        self.transport = transport


class _Null(Base):
    def setup_context(self, ctx, transport):
        self.transport = transport
        ctx.set_verify(OpenSSL.SSL.VERIFY_NONE, self.verify_callback)

    def verify_callback(self, *args):
        return True
`,
  },
  {
    name: "m2crypto",
    finds: [["ctx.set_verify(SSL.verify_none, 1)", certificate]],
    code: `from M2Crypto import SSL


def subject(ip, port=443):
    ctx = SSL.Context()
    ctx.set_allow_unknown_ca(True)
    ctx.set_verify(SSL.verify_none, 1)
    conn = SSL.Connection(ctx)
    conn.postConnectionCheck = None
    conn.connect((ip, port))
    return conn.get_peer_cert()
`,
  },
  {
    name: "sqlalchemy sslmode by host",
    finds: [['connect_args={"sslmode": "require"}', certificate]],
    code: `from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool


class Store:
    def __init__(self, settings):
        self.engine = create_engine(
            settings.DATABASE_URL,
            poolclass=NullPool,
            connect_args={"sslmode": "require"} if "railway" in settings.DATABASE_URL else {}
        )
`,
  },
  {
    name: "redis url appended",
    finds: [['redis_url += "?ssl_cert_reqs=none"', certificate]],
    code: `import os
from redis import Redis

redis_url = os.getenv("REDIS_URL")
if redis_url:
    if "upstash.io" in redis_url and not redis_url.startswith("rediss://"):
        redis_url = redis_url.replace("redis://", "rediss://")
        if "?" not in redis_url:
            redis_url += "?ssl_cert_reqs=none"
    redis = Redis.from_url(redis_url, decode_responses=True)
`,
  },
];
