/** A form in which programs weaken TLS, and what is to be found in it: line and rule. */
export interface WeakForm {
  readonly name: string;
  readonly finds: readonly string[];
  readonly code: string;
}

export const weakForms: readonly WeakForm[] = [
  {
    name: "urlopen unverified inline",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
from urllib.request import urlopen
data = urlopen("https://x.example", context=ssl._create_unverified_context()).read()
`,
  },
  {
    name: "https connection",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import http.client, ssl
conn = http.client.HTTPSConnection("x.example", 443, context=ssl._create_unverified_context())
`,
  },
  {
    name: "ctx cert none on SSLContext client",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl, urllib.request
ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ctx.check_hostname, ctx.verify_mode = False, ssl.CERT_NONE
urllib.request.urlopen("https://x", context=ctx)
`,
  },
  {
    name: "with contextlib setattr",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
ctx = ssl.create_default_context()
setattr(ctx, "verify_mode", ssl.CERT_NONE)
`,
  },
  {
    name: "function that returns context",
    finds: ["5 no-disabled-certificate-verification"],
    code: `import ssl
def make():
    c = ssl.create_default_context()
    c.check_hostname = False
    c.verify_mode = ssl.CERT_NONE
    return c
`,
  },
  {
    name: "sessions verify",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import requests
s = requests.Session()
s.verify = False
s.get("https://x")
`,
  },
  {
    name: "sessions with",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import requests
with requests.Session() as s:
    s.verify = False
    s.get("https://x")
`,
  },
  {
    name: "class session",
    finds: ["5 no-disabled-certificate-verification"],
    code: `import requests
class Api:
    def __init__(self):
        self.session = requests.Session()
        self.session.verify = False
`,
  },
  {
    name: "subclass of Session",
    finds: ["5 no-disabled-certificate-verification"],
    code: `import requests
class Api(requests.Session):
    def __init__(self):
        super().__init__()
        self.verify = False
`,
  },
  {
    name: "session in parameter",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import requests
def get(session: requests.Session, url):
    return session.get(url, verify=False)
`,
  },
  {
    name: "session param attribute",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import requests
def prepare(session: requests.Session):
    session.verify = False
`,
  },
  {
    name: "requests.request positional",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import requests
r = requests.request("GET", "https://x", verify=False)
`,
  },
  {
    name: "requests kwargs dict built",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import requests
kw = {}
kw["verify"] = False
requests.get("https://x", **kw)
`,
  },
  {
    name: "requests kwargs dict",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import requests
opts = dict(timeout=3, verify=False)
requests.get("https://x", **opts)
`,
  },
  {
    name: "requests module constant",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import requests
VERIFY_SSL = False
r = requests.get("https://x", verify=VERIFY_SSL)
`,
  },
  {
    name: "requests self attr",
    finds: ["6 no-disabled-certificate-verification"],
    code: `import requests
class A:
    def __init__(self):
        self.verify = False
    def go(self):
        return requests.get("https://x", verify=self.verify)
`,
  },
  {
    name: "from requests import get",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from requests import get, Session
get("https://x", verify=False)
`,
  },
  {
    name: "requests adapters pool",
    finds: ["6 no-deprecated-protocol-version"],
    code: `import ssl
from requests.adapters import HTTPAdapter
from urllib3.poolmanager import PoolManager
class Adapter(HTTPAdapter):
    def init_poolmanager(self, connections, maxsize, block=False):
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, ssl_version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "requests adapter vendored",
    finds: ["5 no-deprecated-protocol-version"],
    code: `import ssl, requests
from requests.packages.urllib3.poolmanager import PoolManager
class Adapter(requests.adapters.HTTPAdapter):
    def init_poolmanager(self, c, m, b):
        self.poolmanager = PoolManager(num_pools=c, maxsize=m, block=b, ssl_version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "urllib3 create_urllib3_context ciphers",
    finds: ["2 no-weak-cipher-suite"],
    code: `from urllib3.util.ssl_ import create_urllib3_context
ctx = create_urllib3_context(ciphers="ALL:!aNULL")
`,
  },
  {
    name: "urllib3 default ciphers",
    finds: ["2 no-low-security-level"],
    code: `import urllib3
urllib3.util.ssl_.DEFAULT_CIPHERS += ":@SECLEVEL=1"
`,
  },
  {
    name: "requests vendored default ciphers",
    finds: ["2 no-low-security-level"],
    code: `import requests
requests.packages.urllib3.util.ssl_.DEFAULT_CIPHERS = "ALL:@SECLEVEL=0"
`,
  },
  {
    name: "adapter context",
    finds: ["5 no-low-security-level"],
    code: `from requests.adapters import HTTPAdapter
from urllib3.util.ssl_ import create_urllib3_context
class A(HTTPAdapter):
    def init_poolmanager(self, *a, **k):
        k["ssl_context"] = create_urllib3_context(ciphers="DEFAULT@SECLEVEL=1")
        return super().init_poolmanager(*a, **k)
`,
  },
  {
    name: "urllib3 context methods",
    finds: ["5 no-disabled-certificate-verification", "3 no-low-security-level"],
    code: `from urllib3.util.ssl_ import create_urllib3_context
ctx = create_urllib3_context()
ctx.set_ciphers("DEFAULT@SECLEVEL=0")
ctx.check_hostname = False
ctx.verify_mode = 0
`,
  },
  {
    name: "PoolManager",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import urllib3, ssl
http = urllib3.PoolManager(cert_reqs=ssl.CERT_NONE, assert_hostname=False)
`,
  },
  {
    name: "PoolManager str",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import urllib3
http = urllib3.PoolManager(cert_reqs="CERT_NONE")
`,
  },
  {
    name: "https pool",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from urllib3 import HTTPSConnectionPool
p = HTTPSConnectionPool("x", cert_reqs="CERT_NONE", assert_hostname=False)
`,
  },
  {
    name: "httpx client",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import httpx
with httpx.Client(verify=False) as c:
    c.get("https://x")
`,
  },
  {
    name: "httpx async",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import httpx
async def go():
    async with httpx.AsyncClient(http2=True, verify=False) as c:
        await c.get("https://x")
`,
  },
  {
    name: "aiohttp connector",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import aiohttp
async def go():
    conn = aiohttp.TCPConnector(ssl=False)
    async with aiohttp.ClientSession(connector=conn) as s:
        await s.get("https://x")
`,
  },
  {
    name: "aiohttp session.get",
    finds: ["4 no-disabled-certificate-verification"],
    code: `import aiohttp
async def go():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://x", ssl=False) as r:
            return await r.text()
`,
  },
  {
    name: "aiohttp session param",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import aiohttp
async def go(session: aiohttp.ClientSession):
    async with session.get("https://x", verify_ssl=False) as r:
        return await r.text()
`,
  },
  {
    name: "aiohttp self session",
    finds: ["6 no-disabled-certificate-verification"],
    code: `import aiohttp
class A:
    def __init__(self):
        self._session = aiohttp.ClientSession()
    async def go(self):
        return await self._session.post("https://x", ssl=False)
`,
  },
  {
    name: "websocket run_forever",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import websocket, ssl
ws = websocket.WebSocketApp("wss://x")
ws.run_forever(sslopt={"cert_reqs": ssl.CERT_NONE, "check_hostname": False})
`,
  },
  {
    name: "websocket create",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from websocket import create_connection
ws = create_connection("wss://x", sslopt={"cert_reqs": 0})
`,
  },
  {
    name: "websockets",
    finds: ["5 no-disabled-certificate-verification"],
    code: `import ssl, websockets
async def go():
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ctx.check_hostname = False
    ctx.verify_mode = ssl.CERT_NONE
    async with websockets.connect("wss://x", ssl=ctx) as ws:
        pass
`,
  },
  {
    name: "redis url",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import redis
r = redis.from_url("rediss://x:6380/0?ssl_cert_reqs=none")
`,
  },
  {
    name: "redis kw",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import redis
r = redis.Redis(host="x", ssl=True, ssl_cert_reqs=None)
`,
  },
  {
    name: "redis asyncio",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import redis.asyncio as redis
r = redis.Redis(host="x", ssl=True, ssl_cert_reqs="none")
`,
  },
  {
    name: "celery broker ssl",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
from celery import Celery
app = Celery("x", broker="rediss://x:6379/0", broker_use_ssl={"ssl_cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "paho",
    finds: ["4 no-disabled-certificate-verification", "5 no-disabled-hostname-verification"],
    code: `import ssl
import paho.mqtt.client as mqtt
client = mqtt.Client()
client.tls_set(ca_certs=None, cert_reqs=ssl.CERT_NONE, tls_version=ssl.PROTOCOL_TLSv1)
client.tls_insecure_set(True)
`,
  },
  {
    name: "paho tls version",
    finds: ["4 no-deprecated-protocol-version"],
    code: `import ssl
import paho.mqtt.client as mqtt
client = mqtt.Client()
client.tls_set("ca.pem", tls_version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "pymongo uri",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from pymongo import MongoClient
c = MongoClient("mongodb://x/?tls=true&tlsAllowInvalidCertificates=true")
`,
  },
  {
    name: "pymongo kw",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from pymongo import MongoClient
c = MongoClient("x", tls=True, tlsAllowInvalidCertificates=True)
`,
  },
  {
    name: "pymongo old",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
from pymongo import MongoClient
c = MongoClient("x", ssl=True, ssl_cert_reqs=ssl.CERT_NONE)
`,
  },
  {
    name: "elasticsearch",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from elasticsearch import Elasticsearch
es = Elasticsearch(["https://x"], verify_certs=False, ssl_show_warn=False)
`,
  },
  {
    name: "elasticsearch ssl_context",
    finds: ["3 no-disabled-certificate-verification"],
    code: `from elasticsearch.connection import create_ssl_context
import ssl
ctx = create_ssl_context(verify=False); ctx.verify_mode = ssl.CERT_NONE
`,
  },
  {
    name: "psycopg2 sslmode",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import psycopg2
c = psycopg2.connect(host="x", dbname="d", sslmode="require")
`,
  },
  {
    name: "psycopg2 dsn",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import psycopg2
c = psycopg2.connect("postgresql://u@x/d?sslmode=require")
`,
  },
  {
    name: "asyncpg ssl require",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import asyncpg
async def go():
    return await asyncpg.connect(host="x", ssl="require")
`,
  },
  {
    name: "pymysql verify",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import pymysql
c = pymysql.connect(host="x", ssl_ca="ca.pem", ssl_verify_cert=False)
`,
  },
  {
    name: "mysql connector",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import mysql.connector
c = mysql.connector.connect(host="x", ssl_verify_cert=False)
`,
  },
  {
    name: "ldap3 tls",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
from ldap3 import Tls, Server
tls = Tls(validate=ssl.CERT_NONE, version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "boto3",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import boto3
s3 = boto3.client("s3", verify=False)
`,
  },
  {
    name: "boto3 session",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import boto3
session = boto3.Session()
s3 = session.resource("s3", verify=False)
`,
  },
  {
    name: "kubernetes",
    finds: ["3 no-disabled-certificate-verification"],
    code: `from kubernetes import client
c = client.Configuration()
c.verify_ssl = False
`,
  },
  {
    name: "tornado",
    finds: ["3 no-disabled-certificate-verification"],
    code: `from tornado.httpclient import AsyncHTTPClient, HTTPRequest
async def go():
    return await AsyncHTTPClient().fetch(HTTPRequest("https://x", validate_cert=False))
`,
  },
  {
    name: "tornado ssl options",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
from tornado.tcpclient import TCPClient
TCPClient().connect("x", 443, ssl_options={"cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "tornado server ssl options",
    finds: ["3 no-deprecated-protocol-version"],
    code: `import ssl
from tornado.httpserver import HTTPServer
s = HTTPServer(app, ssl_options={"certfile": "c", "keyfile": "k", "ssl_version": ssl.PROTOCOL_TLSv1})
`,
  },
  {
    name: "twisted CertificateOptions",
    finds: ["2 no-deprecated-protocol-version"],
    code: `from twisted.internet import ssl
o = ssl.CertificateOptions(privateKey=k, certificate=c, method=ssl.SSL.TLSv1_METHOD)
`,
  },
  {
    name: "twisted insecurelyLower",
    finds: ["2 no-deprecated-protocol-version"],
    code: `from twisted.internet.ssl import CertificateOptions, TLSVersion
o = CertificateOptions(insecurelyLowerMinimumTo=TLSVersion.TLSv1_0)
`,
  },
  {
    name: "docker tls",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import docker
t = docker.tls.TLSConfig(client_cert=("a", "b"), verify=False)
`,
  },
  {
    name: "gevent",
    finds: ["3 no-disabled-certificate-verification"],
    code: `from gevent import ssl
ctx = ssl.create_default_context(); ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE
`,
  },
  {
    name: "eventlet",
    finds: ["3 no-deprecated-protocol-version"],
    code: `import socket
from eventlet.green import ssl
s = ssl.wrap_socket(socket.socket(), ssl_version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "flask run adhoc context",
    finds: ["2 no-deprecated-protocol-version"],
    code: `import ssl
context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)
app.run(ssl_context=context)
`,
  },
  {
    name: "uvicorn",
    finds: ["3 no-deprecated-protocol-version"],
    code: `import ssl
import uvicorn
uvicorn.run("app:app", ssl_keyfile="k", ssl_certfile="c", ssl_version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "uvicorn ciphers",
    finds: ["2 no-weak-cipher-suite"],
    code: `import uvicorn
uvicorn.run("app:app", ssl_keyfile="k", ssl_certfile="c", ssl_ciphers="ALL")
`,
  },
  {
    name: "pika",
    finds: ["5 no-disabled-certificate-verification"],
    code: `import pika, ssl
ctx = ssl.create_default_context()
opts = pika.SSLOptions(ctx)
ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE
`,
  },
  {
    name: "smtplib starttls",
    finds: ["3 no-insecure-client-default"],
    code: `import smtplib
s = smtplib.SMTP("x", 587)
s.starttls()
`,
  },
  {
    name: "smtplib with",
    finds: ["4 no-insecure-client-default"],
    code: `import smtplib
with smtplib.SMTP("x", 587) as s:
    s.ehlo()
    s.starttls()
`,
  },
  {
    name: "smtplib self",
    finds: ["6 no-insecure-client-default"],
    code: `import smtplib
class M:
    def __init__(self):
        self.smtp = smtplib.SMTP("x")
    def go(self):
        self.smtp.starttls()
`,
  },
  {
    name: "smtp param type",
    finds: ["3 no-insecure-client-default"],
    code: `import smtplib
def go(server: smtplib.SMTP):
    server.starttls()
`,
  },
  {
    name: "smtps if ssl",
    finds: ["4 no-insecure-client-default", "7 no-insecure-client-default"],
    code: `import smtplib
def go(use_ssl):
    if use_ssl:
        s = smtplib.SMTP_SSL("x")
    else:
        s = smtplib.SMTP("x")
        s.starttls()
`,
  },
  {
    name: "smtp ssl context None",
    finds: ["2 no-insecure-client-default"],
    code: `import smtplib
s = smtplib.SMTP_SSL("x", context=None)
`,
  },
  {
    name: "imap",
    finds: ["2 no-insecure-client-default"],
    code: `from imaplib import IMAP4_SSL
m = IMAP4_SSL("x")
`,
  },
  {
    name: "ftp",
    finds: ["2 no-insecure-client-default"],
    code: `from ftplib import FTP_TLS
f = FTP_TLS("x")
`,
  },
  {
    name: "asyncio unverified",
    finds: ["5 no-disabled-certificate-verification"],
    code: `import asyncio, ssl
async def go():
    ctx = ssl.create_default_context()
    ctx.check_hostname = False
    ctx.verify_mode = ssl.CERT_NONE
    await asyncio.open_connection("x", 443, ssl=ctx)
`,
  },
  {
    name: "global patch",
    finds: ["2 no-process-wide-verification-opt-out"],
    code: `import ssl
ssl._create_default_https_context = ssl._create_unverified_context
`,
  },
  {
    name: "global patch lambda",
    finds: ["2 no-process-wide-verification-opt-out"],
    code: `import ssl
ssl._create_default_https_context = lambda: ssl._create_unverified_context()
`,
  },
  {
    name: "global patch function",
    finds: ["6 no-process-wide-verification-opt-out"],
    code: `import ssl
def insecure():
    c = ssl.create_default_context()
    c.check_hostname = False; c.verify_mode = ssl.CERT_NONE
    return c
ssl._create_default_https_context = insecure
`,
  },
  {
    name: "setattr patch",
    finds: ["2 no-process-wide-verification-opt-out"],
    code: `import ssl
setattr(ssl, "_create_default_https_context", ssl._create_unverified_context)
`,
  },
  {
    name: "PYTHONHTTPSVERIFY setdefault",
    finds: ["2 no-process-wide-verification-opt-out"],
    code: `import os
os.environ.setdefault("PYTHONHTTPSVERIFY", "0")
`,
  },
  {
    name: "PYTHONHTTPSVERIFY update",
    finds: ["2 no-process-wide-verification-opt-out"],
    code: `import os
os.environ.update({"PYTHONHTTPSVERIFY": "0"})
`,
  },
  {
    name: "putenv",
    finds: ["2 no-process-wide-verification-opt-out"],
    code: `import os
os.putenv("PYTHONHTTPSVERIFY", "0")
`,
  },
  {
    name: "CURL_CA_BUNDLE empty",
    finds: ["2 no-process-wide-verification-opt-out"],
    code: `import os
os.environ["CURL_CA_BUNDLE"] = ""
`,
  },
  {
    name: "pyopenssl context",
    finds: ["2 no-deprecated-protocol-version"],
    code: `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLSv1_METHOD)
`,
  },
  {
    name: "pyopenssl none",
    finds: ["3 no-disabled-certificate-verification"],
    code: `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLS_METHOD)
ctx.set_verify(SSL.VERIFY_NONE, lambda *a: True)
`,
  },
  {
    name: "pyopenssl callback",
    finds: ["5 no-disabled-certificate-verification"],
    code: `from OpenSSL import SSL
def cb(conn, cert, errno, depth, ok):
    return True
ctx = SSL.Context(SSL.TLS_CLIENT_METHOD)
ctx.set_verify(SSL.VERIFY_PEER, cb)
`,
  },
  {
    name: "pyopenssl ciphers encode",
    finds: ["3 no-weak-cipher-suite"],
    code: `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLS_METHOD)
ctx.set_cipher_list("ALL".encode("ascii"))
`,
  },
  {
    name: "pyopenssl min proto",
    finds: ["3 no-deprecated-protocol-version"],
    code: `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLS_METHOD)
ctx.set_min_proto_version(SSL.TLS1_VERSION)
`,
  },
  {
    name: "pyopenssl no13",
    finds: ["3 no-pinned-protocol-version"],
    code: `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLS_METHOD)
ctx.set_options(SSL.OP_NO_TLSv1_3)
`,
  },
  {
    name: "default param protocol",
    finds: ["3 no-deprecated-protocol-version"],
    code: `import ssl
def make(version=ssl.PROTOCOL_TLSv1):
    return ssl.SSLContext(version)
`,
  },
  {
    name: "legacy renegotiation bit",
    finds: ["3 no-unsafe-secure-options"],
    code: `import ssl
ctx = ssl.create_default_context()
ctx.options |= 0x4
`,
  },
  {
    name: "legacy server connect name",
    finds: ["3 no-unsafe-secure-options"],
    code: `import ssl
ctx = ssl.create_default_context()
ctx.options |= ssl.OP_LEGACY_SERVER_CONNECT
`,
  },
  {
    name: "legacy in adapter",
    finds: ["6 no-unsafe-secure-options"],
    code: `import ssl, requests
from urllib3.util.ssl_ import create_urllib3_context
class A(requests.adapters.HTTPAdapter):
    def init_poolmanager(self, *a, **k):
        ctx = create_urllib3_context()
        ctx.options |= 0x4
        k["ssl_context"] = ctx
`,
  },
  {
    name: "unsafe renegotiation",
    finds: ["3 no-unsafe-secure-options"],
    code: `import ssl
ctx = ssl.create_default_context()
ctx.options |= 1 << 18
`,
  },
  {
    name: "get_server_certificate",
    finds: ["2 no-deprecated-protocol-version"],
    code: `import ssl
pem = ssl.get_server_certificate(("x", 443), ssl_version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "xmlrpc",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl, xmlrpc.client
p = xmlrpc.client.ServerProxy("https://x",
    context=ssl._create_unverified_context())
`,
  },
  {
    name: "suds / httplib2",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import httplib2
h = httplib2.Http(disable_ssl_certificate_validation=True)
`,
  },
  {
    name: "proxmoxer",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from proxmoxer import ProxmoxAPI
p = ProxmoxAPI("x", user="u", password="p", verify_ssl=False)
`,
  },
  {
    name: "pyvmomi",
    finds: ["3 no-disabled-certificate-verification"],
    code: `from pyVim.connect import SmartConnect
import ssl
si = SmartConnect(host="x", sslContext=ssl._create_unverified_context())
`,
  },
  {
    name: "gitlab",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import gitlab
g = gitlab.Gitlab("https://x", ssl_verify=False)
`,
  },
  {
    name: "kafka context",
    finds: ["4 no-disabled-certificate-verification"],
    code: `import ssl
from kafka import KafkaProducer
ctx = ssl.create_default_context(); ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE
p = KafkaProducer(ssl_context=ctx, security_protocol="SSL")
`,
  },
  {
    name: "opensearch",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from opensearchpy import OpenSearch
c = OpenSearch(hosts=["x"], use_ssl=True, verify_certs=False, ssl_assert_hostname=False)
`,
  },
  {
    name: "minio",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import urllib3
from minio import Minio
m = Minio("x", http_client=urllib3.PoolManager(cert_reqs="CERT_NONE"))
`,
  },
  {
    name: "python2 httplib",
    finds: ["4 no-disabled-certificate-verification"],
    code: `import httplib, ssl
ctx = ssl.create_default_context()
ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE
print "x"
`,
  },
  {
    name: "pycurl peer",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import pycurl
c = pycurl.Curl()
c.setopt(pycurl.SSL_VERIFYPEER, 0)
`,
  },
  {
    name: "pycurl host, of the handle",
    finds: ["3 no-disabled-hostname-verification"],
    code: `import pycurl
c = pycurl.Curl()
c.setopt(c.SSL_VERIFYHOST, False)
`,
  },
  {
    name: "pycurl version",
    finds: ["3 no-deprecated-protocol-version"],
    code: `import pycurl
c = pycurl.Curl()
c.setopt(pycurl.SSLVERSION, pycurl.SSLVERSION_TLSv1)
`,
  },
  {
    name: "python-ldap for all",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import ldap
ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)
`,
  },
  {
    name: "python-ldap for one",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ldap
l = ldap.initialize("ldaps://x")
l.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_ALLOW)
`,
  },
  {
    name: "confluent-kafka",
    finds: ["2 no-disabled-certificate-verification", "2 no-disabled-hostname-verification"],
    code: `from confluent_kafka import Producer
p = Producer({"bootstrap.servers": "x", "enable.ssl.certificate.verification": False, "ssl.endpoint.identification.algorithm": "none"})
`,
  },
  {
    name: "confluent-kafka named",
    finds: ["2 no-weak-cipher-suite", "3 no-disabled-certificate-verification"],
    code: `from confluent_kafka import Consumer
conf = {"security.protocol": "ssl", "ssl.cipher.suites": "RC4-SHA:AES128-SHA"}
conf["enable.ssl.certificate.verification"] = "false"
c = Consumer(conf)
`,
  },
  {
    name: "hvac",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import hvac
v = hvac.Client(url="https://x", verify=False)
`,
  },
  {
    name: "hvac by position",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import hvac
v = hvac.Client("https://x", token, None, False)
`,
  },
  {
    name: "python-consul",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import consul
c = consul.Consul(host="x", scheme="https", verify=False)
`,
  },
  {
    name: "jira",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from jira import JIRA
j = JIRA("https://x", options={"verify": False})
`,
  },
  {
    name: "jira by position",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from jira import JIRA
j = JIRA("https://x", {"verify": False})
`,
  },
  {
    name: "minio cert_check",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from minio import Minio
m = Minio("x", cert_check=False)
`,
  },
  {
    name: "pyvmomi option",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from pyVim.connect import SmartConnect
s = SmartConnect(host="x", disableSslCertValidation=True)
`,
  },
  {
    name: "pyvmomi NoSSL",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from pyVim.connect import SmartConnectNoSSL
s = SmartConnectNoSSL(host="x")
`,
  },
  {
    name: "pyvmomi NoSSL of the module",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from pyVim import connect
s = connect.SmartConnectNoSSL(host="x")
`,
  },
  {
    name: "influxdb default",
    finds: ["2 no-insecure-client-default"],
    code: `from influxdb import InfluxDBClient
i = InfluxDBClient("x", ssl=True)
`,
  },
  {
    name: "influxdb default by position",
    finds: ["2 no-insecure-client-default"],
    code: `from influxdb import InfluxDBClient
i = InfluxDBClient("x", 8086, "u", "p", "d", True)
`,
  },
  {
    name: "influxdb-client",
    finds: ["2 no-disabled-certificate-verification"],
    code: `from influxdb_client import InfluxDBClient
i = InfluxDBClient(url="https://x", verify_ssl=False)
`,
  },
  {
    name: "PyMySQL with an authority that nobody asks",
    finds: ["2 no-insecure-client-default"],
    code: `import pymysql
d = pymysql.connect(host="x", ssl_ca="ca.pem")
`,
  },
  {
    name: "PyMySQL without an authority",
    finds: ["2 no-insecure-client-default"],
    code: `import pymysql
d = pymysql.connect(host="x", ssl={"cert": "c.pem", "key": "k.pem"})
`,
  },
  {
    name: "PyMySQL verify_mode",
    finds: ["2 no-disabled-certificate-verification", "2 no-disabled-hostname-verification"],
    code: `import pymysql
d = pymysql.connect(host="x", ssl={"ca": "ca.pem", "verify_mode": "none", "check_hostname": False})
`,
  },
  {
    name: "PyMySQL, nothing else beside it",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import pymysql
d = pymysql.connect(host="x", ssl={"verify_mode": "none"})
`,
  },
  {
    name: "cassandra default",
    finds: ["2 no-insecure-client-default"],
    code: `from cassandra.cluster import Cluster
c = Cluster(["x"], ssl_options={"ca_certs": "ca.pem"})
`,
  },
  {
    name: "cassandra version",
    finds: ["3 no-insecure-client-default", "3 no-deprecated-protocol-version"],
    code: `import ssl
from cassandra.cluster import Cluster
c = Cluster(["x"], ssl_options={"ssl_version": ssl.PROTOCOL_TLSv1})
`,
  },
  {
    name: "cassandra none",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
from cassandra.cluster import Cluster
c = Cluster(["x"], ssl_options={"ca_certs": "ca.pem", "cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "celery argument",
    finds: ["3 no-disabled-certificate-verification"],
    code: `import ssl
from celery import Celery
app = Celery("x", broker_use_ssl={"cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "celery attribute",
    finds: ["4 no-disabled-certificate-verification"],
    code: `import ssl
from celery import Celery
app = Celery("x")
app.conf.broker_use_ssl = {"ssl_cert_reqs": ssl.CERT_NONE}
`,
  },
  {
    name: "celery update",
    finds: ["3 no-disabled-certificate-verification"],
    code: `from celery import Celery
app = Celery("x")
app.conf.update(redis_backend_use_ssl={"ssl_cert_reqs": "none"})
`,
  },
  {
    name: "celery in settings of Django",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import ssl
CELERY_BROKER_USE_SSL = {"ssl_cert_reqs": ssl.CERT_NONE}
`,
  },
  {
    name: "kombu",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import ssl, kombu
k = kombu.Connection("amqp://x", ssl={"cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "ldap3 default",
    finds: ["3 no-insecure-client-default"],
    code: `import ssl
from ldap3 import Server, Tls
t = Tls(ca_certs_file="ca.pem")
`,
  },
  {
    name: "ldap3 server",
    finds: ["2 no-insecure-client-default"],
    code: `from ldap3 import Server
s = Server("x", use_ssl=True)
`,
  },
  {
    name: "ftp subclass",
    finds: ["4 no-insecure-client-default"],
    code: `from ftplib import FTP_TLS
class Quiet(FTP_TLS):
    timeout = 5
f = Quiet("x")
`,
  },
  {
    name: "start_tls of a client",
    finds: ["4 no-disabled-certificate-verification"],
    code: `import ssl
async def upgrade(loop, transport, protocol, host):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return await loop.start_tls(transport, protocol, context, server_hostname=host)
`,
  },
  {
    name: "websocket over TLS by an address in pieces",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import ssl, websocket
websocket.create_connection("wss://" + host, sslopt={"cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "websocket to an address that is told elsewhere",
    finds: ["2 no-disabled-certificate-verification"],
    code: `import ssl, websocket
websocket.create_connection(url, sslopt={"cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "PyMySQL by an engine, without an authority",
    finds: ["2 no-insecure-client-default"],
    code: `from sqlalchemy import create_engine
engine = create_engine("mysql+pymysql://u:p@db.example/app", connect_args={"ssl": {"ssl_disabled": False}})
`,
  },
  {
    name: "PyMySQL by an engine, from an address in pieces",
    finds: ["4 no-insecure-client-default"],
    code: `import os
import sqlalchemy
url = f"mysql+pymysql://{os.environ['USER']}@{os.environ['HOST']}/app"
engine = sqlalchemy.create_engine(url, connect_args={"ssl": {"key": "/etc/client.key"}})
`,
  },
];
