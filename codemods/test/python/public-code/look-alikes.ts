/** Programs in which nothing is weak, each close to one in which something is. */
export const publicLookAlikes: readonly (readonly [name: string, code: string, path?: string])[] = [
  [
    "a token that is read unverified",
    `import jwt\nimport requests\n\nclaims = jwt.decode(token, options={"verify_signature": False}, verify=False)\nrequests.get("https://x.example.org", headers={"X-User": claims["sub"]})\n`,
  ],
  ["an image's check", `from PIL import Image\n\nimage = Image.open("a.png")\nimage.load(verify=False)\n`],
  [
    "a key's check of paramiko",
    `import paramiko\n\nclient = paramiko.SSHClient()\nclient.set_missing_host_key_policy(paramiko.AutoAddPolicy())\nclient.connect("host", username="u", password="p", look_for_keys=False)\n`,
  ],
  [
    "a host key of ncclient",
    `from ncclient import manager\n\nwith manager.connect(host="r1", port=830, username="u", password="p", hostkey_verify=False) as m:\n    print(m.get_config("running"))\n`,
  ],
  [
    "a signature's verify",
    `import hashlib\nimport hmac\n\n\ndef check(message, signature, key, verify=False):\n    if verify == False:\n        return True\n    return hmac.compare_digest(hmac.new(key, message, hashlib.sha256).digest(), signature)\n`,
  ],
  [
    "an option of the command line, on by default",
    `import argparse\nimport requests\n\np = argparse.ArgumentParser()\np.add_argument("--no-verify", dest="verify", action="store_false", default=True)\na = p.parse_args()\nrequests.get("https://x.example.org", verify=a.verify)\n`,
  ],
  [
    "an environment's bundle",
    `import os\nimport requests\n\nrequests.get("https://x.example.org", verify=os.environ.get("REQUESTS_CA_BUNDLE", True))\n`,
  ],
  [
    "certifi's authorities for the whole process",
    `import ssl\nimport certifi\n\nssl._create_default_https_context = lambda: ssl.create_default_context(cafile=certifi.where())\n`,
  ],
  [
    "certifi's authorities, in place",
    `import ssl\nimport urllib.request\nimport certifi\n\nurllib.request.urlopen("https://x.example.org", context=ssl.create_default_context(cafile=certifi.where()))\n`,
  ],
  ["the default restored", `import ssl\n\nssl._create_default_https_context = ssl.create_default_context\n`],
  [
    "a server on loopback",
    `import ssl\nimport http.server\n\nctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)\nctx.load_cert_chain("localhost.pem")\nhttpd = http.server.HTTPServer(("127.0.0.1", 8443), http.server.SimpleHTTPRequestHandler)\nhttpd.socket = ctx.wrap_socket(httpd.socket, server_side=True)\n`,
  ],
  [
    "a server that asks nobody for a certificate",
    `import ssl\n\ncontext = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)\ncontext.verify_mode = ssl.CERT_NONE\ncontext.load_cert_chain("server.pem")\nsock = context.wrap_socket(listener, server_side=True)\n`,
  ],
  [
    "a server that asks everybody for one",
    `import ssl\nimport asyncio\n\n\nasync def main():\n    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)\n    ctx.load_cert_chain("server.pem")\n    ctx.load_verify_locations("clients.pem")\n    ctx.verify_mode = ssl.CERT_REQUIRED\n    await asyncio.start_server(handle, "0.0.0.0", 8443, ssl=ctx)\n`,
  ],
  [
    "a name in a docstring",
    `import ssl\n\n\ndef connect(host):\n    """Connect to a host.\n\n    Never use ssl._create_unverified_context() or requests.get(url, verify=False) here,\n    and no ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_SSLv3).\n    """\n    return ssl.create_default_context()\n`,
  ],
  [
    "names in texts of a scanner",
    `import re\nimport requests\n\nBAD = [r"verify\\s*=\\s*False", "CERT_NONE", "ssl.PROTOCOL_TLSv1", "_create_unverified_context"]\n\n\ndef scan(text):\n    return [bad for bad in BAD if re.search(bad, text)]\n`,
  ],
  [
    "a test that compares",
    `import ssl\n\n\ndef is_verified(context):\n    return context.verify_mode != ssl.CERT_NONE and context.check_hostname is True\n`,
  ],
  [
    "an exception for a mode",
    `import ssl\n\n\ndef require(context: ssl.SSLContext):\n    if context.verify_mode == ssl.CERT_NONE or not context.check_hostname:\n        raise ValueError("unverified context")\n    if context.minimum_version < ssl.TLSVersion.TLSv1_2:\n        raise ValueError("too old")\n`,
  ],
  [
    "old versions kept out",
    `import ssl\n\nctx = ssl.create_default_context()\nctx.options |= ssl.OP_NO_SSLv2 | ssl.OP_NO_SSLv3 | ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1\n`,
  ],
  ["a floor", `import ssl\n\nctx = ssl.create_default_context()\nctx.minimum_version = ssl.TLSVersion.TLSv1_3\n`],
  [
    "a strong list",
    `import ssl\n\nctx = ssl.create_default_context()\nctx.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256")\n`,
  ],
  [
    "httpx with a context",
    `import ssl\nimport httpx\n\nctx = ssl.create_default_context(cafile="ca.pem")\nclient = httpx.Client(verify=ctx, http2=True)\n`,
  ],
  [
    "httpx with a client's certificate",
    `import httpx\n\nclient = httpx.Client(verify="/etc/ssl/ca.pem", cert=("c.pem", "k.pem"))\n`,
  ],
  [
    "aiohttp's default",
    `import aiohttp\n\n\nasync def f():\n    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=True)) as s:\n        await s.get("https://x.example.org", ssl=None)\n`,
  ],
  [
    "aiohttp's fingerprint",
    `import aiohttp\n\n\nasync def f(session: aiohttp.ClientSession):\n    await session.get("https://x.example.org", ssl=aiohttp.Fingerprint(b"0" * 32))\n`,
  ],
  [
    "a plain connection of asyncio",
    `import asyncio\n\n\nasync def main():\n    reader, writer = await asyncio.open_connection("127.0.0.1", 6379, ssl=False)\n`,
  ],
  [
    "Redis that verifies",
    `import redis\n\nr = redis.Redis(host="x", ssl=True, ssl_ca_certs="ca.pem", ssl_cert_reqs="required", ssl_check_hostname=True)\n`,
  ],
  ["Redis without TLS", `import redis\n\nr = redis.Redis(host="localhost", port=6379, db=0, ssl=False)\n`],
  [
    "MongoDB that verifies",
    `from pymongo import MongoClient\n\nc = MongoClient("mongodb+srv://x.example.org/?tls=true", tlsAllowInvalidCertificates=False, tlsCAFile="ca.pem")\n`,
  ],
  [
    "PostgreSQL that verifies",
    `import psycopg\n\nconn = psycopg.connect("host=db dbname=app sslmode=verify-full sslrootcert=system")\n`,
  ],
  [
    "PostgreSQL in Django that verifies",
    `DATABASES = {\n    "default": {\n        "ENGINE": "django.db.backends.postgresql",\n        "OPTIONS": {"sslmode": "verify-full", "sslrootcert": "/etc/ssl/rds.pem"},\n    }\n}\n`,
    "mysite/settings.py",
  ],
  [
    "PostgreSQL without TLS on loopback",
    `import psycopg2\n\nconn = psycopg2.connect(host="localhost", dbname="app", sslmode="disable")\n`,
  ],
  [
    "Django's mail",
    `EMAIL_HOST = "smtp.example.org"\nEMAIL_PORT = 587\nEMAIL_USE_TLS = True\nEMAIL_USE_SSL = False\n`,
    "mysite/settings.py",
  ],
  [
    "Django's headers",
    `SECURE_SSL_REDIRECT = False\nSESSION_COOKIE_SECURE = True\nUSE_SSL = False\n`,
    "mysite/settings.py",
  ],
  [
    "Flask's own certificate for a day",
    `from flask import Flask\n\napp = Flask(__name__)\napp.run(ssl_context=("cert.pem", "key.pem"))\n`,
  ],
  ["uvicorn's certificate", `import uvicorn\n\nuvicorn.run("app:app", ssl_keyfile="k.pem", ssl_certfile="c.pem")\n`],
  [
    "STARTTLS with a context",
    `import smtplib\nimport ssl\n\nwith smtplib.SMTP("mail.example.org", 587) as s:\n    s.starttls(context=ssl.create_default_context())\n`,
  ],
  [
    "IMAP with a context",
    `import imaplib\nimport ssl\n\nimap = imaplib.IMAP4_SSL("imap.example.org", ssl_context=ssl.create_default_context())\n`,
  ],
  [
    "STARTTLS of another library",
    `from imapclient import IMAPClient\n\nserver = IMAPClient("imap.example.org", ssl=False)\nserver.starttls()\n`,
  ],
  [
    "a server's STARTTLS",
    `from aiosmtpd.controller import Controller\n\ncontroller = Controller(handler, hostname="::1", port=8025, require_starttls=True, tls_context=context)\ncontroller.start()\n`,
  ],
  [
    "a directory that verifies",
    `import ldap\n\nldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)\nldap.set_option(ldap.OPT_X_TLS_CACERTFILE, "/etc/ssl/ca.pem")\n`,
  ],
  [
    "ldap3 that verifies",
    `import ssl\nfrom ldap3 import Server, Tls\n\ntls = Tls(validate=ssl.CERT_REQUIRED, version=ssl.PROTOCOL_TLS_CLIENT, ca_certs_file="ca.pem")\nserver = Server("ldap.example.org", use_ssl=True, tls=tls)\n`,
  ],
  [
    "MQTT that verifies",
    `import ssl\nimport paho.mqtt.client as mqtt\n\nclient = mqtt.Client()\nclient.tls_set(ca_certs="ca.pem", cert_reqs=ssl.CERT_REQUIRED)\nclient.tls_insecure_set(False)\n`,
  ],
  [
    "Kafka that verifies",
    `from kafka import KafkaConsumer\n\nKafkaConsumer("t", security_protocol="SSL", ssl_check_hostname=True, ssl_cafile="ca.pem")\n`,
  ],
  [
    "a word for Kafka's identification",
    `from confluent_kafka import Producer\n\nProducer({"bootstrap.servers": "k:9093", "security.protocol": "ssl", "ssl.endpoint.identification.algorithm": "https", "enable.ssl.certificate.verification": True})\n`,
  ],
  [
    "pyOpenSSL with the verdict handed on",
    `from OpenSSL import SSL\n\n\ndef callback(conn, cert, errnum, depth, ok):\n    return bool(ok)\n\n\nctx = SSL.Context(SSL.TLS_METHOD)\nctx.set_verify(SSL.VERIFY_PEER, callback)\nctx.set_default_verify_paths()\n`,
  ],
  [
    "pyOpenSSL for a certificate alone",
    `from OpenSSL import crypto\n\ncert = crypto.load_certificate(crypto.FILETYPE_PEM, open("c.pem").read())\nprint(cert.get_subject().CN)\n`,
  ],
  [
    "a Twisted endpoint",
    `from twisted.internet import endpoints, reactor, ssl\n\noptions = ssl.optionsForClientTLS(u"example.org")\nendpoints.SSL4ClientEndpoint(reactor, "example.org", 443, options)\n`,
  ],
  [
    "a Kubernetes client that verifies",
    `from kubernetes import client\n\nc = client.Configuration()\nc.verify_ssl = True\nc.ssl_ca_cert = "/var/run/secrets/kubernetes.io/serviceaccount/ca.crt"\n`,
  ],
  [
    "a configuration of the same word",
    `class Configuration:\n    pass\n\n\nconfiguration = Configuration()\nconfiguration.verify_ssl = False\nconfiguration.assert_hostname = False\n`,
  ],
  [
    "a mock's return",
    `from unittest import mock\nimport requests\n\nwith mock.patch("requests.get") as get:\n    requests.get("https://x.example.org")\n    get.assert_called_with("https://x.example.org", verify=False)\n`,
  ],
  [
    "a table of choices",
    `import ssl\n\nMODES = {"none": ssl.CERT_NONE, "optional": ssl.CERT_OPTIONAL, "required": ssl.CERT_REQUIRED}\nPROTOCOLS = {"tls1.0": ssl.PROTOCOL_TLSv1, "tls1.2": ssl.PROTOCOL_TLSv1_2}\n`,
  ],
  [
    "a schema of options",
    `import voluptuous as vol\n\nCONF_VERIFY_SSL = "verify_ssl"\nSCHEMA = vol.Schema({vol.Optional(CONF_VERIFY_SSL, default=True): bool})\n`,
  ],
  [
    "a client of DNS",
    `import dns.query\n\nanswer = dns.query.udp(q, "8.8.8.8", ignore_unexpected=True, verify=False)\n`,
  ],
  ["a disk that is not verified", `from backup import copy\n\ncopy("/a", "/b", verify=False, checksum=True)\n`],
  [
    "an ORM's column",
    `from sqlalchemy import Boolean, Column\n\nverify = Column(Boolean, default=False)\nssl = Column(Boolean, default=False)\n`,
  ],
  ["a version that is printed", `import ssl\n\nprint(ssl.OPENSSL_VERSION, ssl.PROTOCOL_TLSv1, ssl.HAS_TLSv1_3)\n`],
  [
    "a stub of a class",
    `class Session:\n    def get(self, url, verify=False):\n        raise NotImplementedError\n\n\nsession = Session()\nsession.verify = False\n`,
  ],
  [
    "a flag of a compiler",
    `from setuptools import Extension\n\next = Extension("x", ["x.c"], extra_compile_args=["-DSSL_VERIFY_NONE=0", "-DPROTOCOL_TLSv1"])\n`,
  ],
  [
    "a certificate's authority that is checked by boto3",
    `import boto3\n\ns3 = boto3.client("s3", verify="/etc/ssl/certs/corp.pem")\n`,
  ],
  [
    "a hub that is told to verify",
    `import gitlab\nimport hvac\n\ngl = gitlab.Gitlab("https://git.example.org", ssl_verify="/etc/ssl/ca.pem")\nvault = hvac.Client(url="https://vault:8200", verify="/etc/ssl/ca.pem")\n`,
  ],
  [
    "a switch of a downloader that is no TLS",
    `from tqdm import tqdm\nfrom torchvision.datasets.utils import download_url\n\ndownload_url("https://x.example.org/a.zip", "data", md5=None)\nfor _ in tqdm(range(3), disable=False): pass\n`,
  ],
  [
    "a query of a form that says require",
    `FIELDS = {"mode": "require", "ssl": "require"}\nprint("require" in FIELDS.values())\n`,
  ],
  [
    "a callback of urllib3 for progress",
    `import urllib3\n\nhttp = urllib3.PoolManager(retries=False, timeout=2.0, cert_reqs="CERT_REQUIRED", assert_hostname="internal.example.org")\n`,
  ],
  [
    "a name that stands elsewhere in the certificate",
    `from requests_toolbelt.adapters import host_header_ssl\nimport requests\n\ns = requests.Session()\ns.mount("https://", host_header_ssl.HostHeaderSSLAdapter())\ns.get("https://93.184.216.34", headers={"Host": "example.org"})\n`,
  ],
  ["Sessions are verified again", `import requests\n\ns = requests.Session()\ns.verify = True\ns.trust_env = False\n`],
  [
    "a method of a client by a name that is asked nothing",
    `from ldap3 import Server
from twisted.internet import ssl
import twisted.mail.smtp


class State(twisted.mail.smtp.SMTPClient):
    def lineReceived(self, line):
        return getattr(self, "state_" + self.mode)(line)
`,
  ],
  [
    "functions handed on with nothing that weakens",
    `import asyncio
import functools
import requests


async def fetch(url, pool):
    pool.submit(requests.get, url, timeout=3)
    get = functools.partial(requests.get, verify=True)
    await asyncio.to_thread(get, url)
`,
  ],
  [
    "a broker that is told to verify",
    `from celery import Celery

app = Celery("x", broker="rediss://cache.example.org:6380/0?ssl_cert_reqs=required")
CELERY_BROKER_URL = "redis://localhost:6379/0"
`,
  ],
  [
    "a server's purpose on a server",
    `import socket
import ssl

context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
context.load_cert_chain("server.pem")
with socket.create_server(("", 8443)) as listener:
    with context.wrap_socket(listener, server_side=True) as tls:
        tls.accept()
`,
  ],
  [
    "a step that does not verify",
    `RECIPE = {
    "name": "R",
    "steps": [
        {"kind": "setpoint", "address": "dev:x", "value": 1.0, "verify": False},
    ],
}
`,
  ],
  [
    "a table of unsafe defaults",
    `UNSAFE_DEFAULTS = {
    "verify_ssl": False,
    "verify": False,
    "ssl_verify": False,
    "dry_run": False,
}


def audit(tool):
    return [k for k, v in UNSAFE_DEFAULTS.items() if tool.get(k, v) is v]
`,
  ],
  [
    "a spy of a client",
    `class SpyClient:
    def __init__(self, *, entries=None):
        self.base_url = "http://ha.local:8123"
        self.token = "tok"
        self.verify_ssl = False
        self._entries = list(entries or [])
`,
  ],
  [
    "a table of modes",
    `import ssl
import OpenSSL.SSL

_to_openssl = {
    ssl.CERT_NONE: OpenSSL.SSL.VERIFY_NONE,
    ssl.CERT_OPTIONAL: OpenSSL.SSL.VERIFY_PEER,
    ssl.CERT_REQUIRED: OpenSSL.SSL.VERIFY_PEER + OpenSSL.SSL.VERIFY_FAIL_IF_NO_PEER_CERT,
}
_from_openssl = {v: k for k, v in _to_openssl.items()}
`,
  ],
  [
    "settings of the environment as they are",
    `import requests


def send(method, url):
    s = requests.Session()
    prepped = s.prepare_request(requests.Request(method=method, url=url))
    settings = s.merge_environment_settings(prepped.url, {}, None, True, None)
    return s.send(prepped, **settings)
`,
  ],
  [
    "an adapter that keeps connections alive",
    `import requests


class KeepAlive(requests.adapters.HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        kwargs["socket_options"] = [(6, 4, 60)]
        return super().init_poolmanager(*args, **kwargs)
`,
  ],
  [
    "words that only look like it",
    `class Auth:
    pass


auth = Auth()
auth.fetch_user_on_verify = False
auth.verify_ssl_notice = False
`,
  ],
  [
    "a cache that verifies nothing",
    `import requests


class Cache:
    def get(self, key, verify=True):
        return key


cache = Cache()
print(cache.get("a", verify=False))
`,
  ],
  [
    "a mocked session of requests",
    `from unittest import mock
import requests


def test_call():
    session = mock.Mock(spec=requests.Session)
    session.verify = False
    session.get("https://a", verify=False)
    session.get.assert_called_with("https://a", verify=False)
`,
  ],
  [
    "TLS 1.3 alone by bits",
    `import ssl


def secure(ca):
    context = ssl.create_default_context(cafile=ca)
    context.options |= (
        ssl.OP_NO_TLSv1
        | ssl.OP_NO_TLSv1_1
        | ssl.OP_NO_TLSv1_2
        | ssl.OP_NO_COMPRESSION
    )
    return context
`,
  ],
  [
    "an address from which a parameter is taken",
    `import re


def clean(url):
    url = url.replace("?sslmode=require", "")
    url = re.sub(r"[?&]sslmode=require", "", url)
    if "?ssl_cert_reqs=none" in url:
        raise ValueError("verify")
    return url.split("&sslmode=require")[0]
`,
  ],
  [
    "a session of the program's own",
    `class Session:
    def __init__(self):
        self.verify = False

    def get(self, path, verify=False):
        return path


class Api:
    def __init__(self):
        self.session = Session()

    def read(self):
        return self.session.get("a", verify=False)
`,
  ],
  [
    "a context of a test's own",
    `class _PassThrough:
    def __init__(self) -> None:
        self.check_hostname = True

    def wrap_socket(self, sock, server_hostname=None):
        return sock
`,
  ],
  [
    "an argument that says insecure, and does not by default",
    `import argparse
import requests

p = argparse.ArgumentParser()
p.add_argument("--insecure", action="store_true")
a = p.parse_args()
print(requests.get("https://example.org", verify=not a.insecure).status_code)
`,
  ],
  [
    "signatures that are not verified",
    `from jose import jws
from nacl.signing import VerifyKey


def read(token, key, store):
    store.get("a", verify=False)
    return jws.verify(token, key, "HS256", verify=False)
`,
  ],
  [
    "a mock that is connected",
    `from unittest.mock import patch, MagicMock


@patch("app.requests.get")
def test_get(get):
    client = MagicMock()
    client.connect(host="a", verify_ssl=False)
    get.assert_called_once_with("https://a", verify=False, timeout=5)
`,
  ],
  [
    "fields of a model",
    `from django.db import models


class Server(models.Model):
    name = models.CharField(max_length=99)
    verify_ssl = models.BooleanField(default=True)
    ssl_version = models.CharField(max_length=9, default="TLSv1.2")
`,
  ],
  [
    "rows of a table, and options of a command line",
    `import click
from monitors.models import Monitor, Server, session

row = Monitor.objects.create(name="a", verify_ssl=False)
Monitor.objects.filter(verify_ssl=False).exclude(ssl_verify=False)
found = session.query(Server).filter_by(verify_ssl=False)
option = click.option("--verify/--no-verify", verify_ssl=False)
`,
  ],
  [
    "a downloader that compares no checksum",
    `import requests
from mirror import Downloader

d = Downloader(folder="/tmp", checksum=True, verify=False)
d.download("a.zip")
`,
  ],
];
