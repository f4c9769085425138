/** Programs in which nothing is weak, each close to one in which something is. */
export const lookAlikes: readonly (readonly [name: string, code: string])[] = [
  [
    "dnssec",
    `import dns.resolver
r = dns.resolver.query("x", verify=False)
`,
  ],
  [
    "jwt",
    `import jwt, requests
claims = jwt.decode(token, verify=False)
requests.get("https://x")
`,
  ],
  [
    "mock session",
    `from unittest.mock import Mock
s = Mock()
s.verify = False
`,
  ],
  [
    "own class verify",
    `import requests
class Disk:
    def __init__(self):
        self.verify = False
d = Disk()
d.get("a", verify=False)
`,
  ],
  [
    "server none",
    `import ssl
ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
ctx.load_cert_chain("c")
ctx.verify_mode = ssl.CERT_NONE
ctx.wrap_socket(s, server_side=True)
`,
  ],
  [
    "tls server ctx",
    `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
ctx.minimum_version = ssl.TLSVersion.TLSv1_2
ctx.load_cert_chain("c")
`,
  ],
  [
    "verify ca path",
    `import requests
requests.get("https://x", verify="/etc/ca.pem")
`,
  ],
  [
    "verify None",
    `import requests
requests.get("https://x", verify=None)
`,
  ],
  [
    "verify true session",
    `import requests
s = requests.Session()
s.verify = True
`,
  ],
  [
    "verify from config",
    `import requests
requests.get("https://x", verify=config.verify)
`,
  ],
  [
    "aiohttp ssl ctx",
    `import aiohttp, ssl
async def f():
    c = aiohttp.TCPConnector(ssl=ssl.create_default_context())
`,
  ],
  [
    "aiohttp ssl None",
    `import aiohttp
async def f(s: aiohttp.ClientSession):
    await s.get("https://x", ssl=None)
`,
  ],
  [
    "torrent set_options",
    `import libtorrent
ses.set_options(0x4)
`,
  ],
  [
    "plugin options",
    `import ssl
plugin.options |= 0x4
parser.options = 0
`,
  ],
  [
    "redis required",
    `import redis
r = redis.Redis(ssl=True, ssl_cert_reqs="required", ssl_check_hostname=True)
`,
  ],
  [
    "redis url plain",
    `import redis
r = redis.from_url("rediss://x:6380/0?ssl_cert_reqs=required")
`,
  ],
  [
    "pg verify-full",
    `import psycopg2
c = psycopg2.connect(host="x", sslmode="verify-full", sslrootcert="ca")
`,
  ],
  [
    "pg require with root",
    `import psycopg2
c = psycopg2.connect(host="x", sslmode="require", sslrootcert="ca")
`,
  ],
  [
    "pg url verify",
    `URL = "postgresql://u@x/d?sslmode=verify-full"
`,
  ],
  [
    "mongo ok",
    `from pymongo import MongoClient
c = MongoClient("mongodb://x/?tls=true&tlsAllowInvalidCertificates=false")
`,
  ],
  [
    "paho ok",
    `import ssl, paho.mqtt.client as mqtt
c = mqtt.Client()
c.tls_set("ca", cert_reqs=ssl.CERT_REQUIRED, tls_version=ssl.PROTOCOL_TLS_CLIENT)
c.tls_insecure_set(False)
`,
  ],
  [
    "pool ssl_version TLS",
    `import ssl
from urllib3 import PoolManager
p = PoolManager(ssl_version=ssl.PROTOCOL_TLS)
`,
  ],
  [
    "urllib3 ctx",
    `from urllib3.util.ssl_ import create_urllib3_context
ctx = create_urllib3_context()
ctx.load_default_certs()
ctx.check_hostname = True
`,
  ],
  [
    "urllib3 ctx host off alone",
    `from urllib3.util.ssl_ import create_urllib3_context
ctx = create_urllib3_context()
ctx.check_hostname = False
`,
  ],
  [
    "harden bits",
    `import ssl
ctx = ssl.create_default_context()
ctx.options |= ssl.OP_NO_SSLv2 | ssl.OP_NO_SSLv3 | ssl.OP_NO_COMPRESSION | ssl.OP_SINGLE_DH_USE
`,
  ],
  [
    "op all",
    `import ssl
ctx = ssl.create_default_context()
ctx.options |= ssl.OP_ALL
ctx.options |= ssl.OP_NO_TICKET | ssl.OP_NO_RENEGOTIATION
`,
  ],
  [
    "strong ciphers",
    `import ssl
ctx = ssl.create_default_context()
ctx.set_ciphers("ECDHE+AESGCM:ECDHE+CHACHA20")
`,
  ],
  [
    "smtp with ctx",
    `import smtplib, ssl
s = smtplib.SMTP("x")
s.starttls(context=ssl.create_default_context())
`,
  ],
  [
    "smtplib plain other starttls",
    `from ldap3 import Connection
c = Connection("x")
c.starttls()
`,
  ],
  [
    "pyopenssl server",
    `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLS_SERVER_METHOD)
ctx.set_min_proto_version(SSL.TLS1_2_VERSION)
ctx.use_certificate_file("c")
`,
  ],
  [
    "pyopenssl good callback",
    `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLS_CLIENT_METHOD)
ctx.set_verify(SSL.VERIFY_PEER, lambda c, x, e, d, ok: ok)
`,
  ],
  [
    "table of names",
    `import ssl
VERSIONS = {"tls1": ssl.PROTOCOL_TLSv1, "tls12": ssl.PROTOCOL_TLSv1_2}
`,
  ],
  [
    "comparison",
    `import ssl
if ctx.verify_mode == ssl.CERT_NONE:
    raise ValueError("no")
`,
  ],
  [
    "warning about",
    `import ssl
print("do not use ssl._create_unverified_context")
`,
  ],
  [
    "comment",
    `# requests.get(url, verify=False)
import requests
`,
  ],
  [
    "docstring",
    `import requests
def f():
    """Like requests.get(url, verify=False) and "rediss://x?ssl_cert_reqs=none"."""
`,
  ],
  [
    "assert in test like",
    `import ssl
assert ctx.minimum_version == ssl.TLSVersion.TLSv1
`,
  ],
  [
    "rdp const",
    `PROTOCOL_SSL = 1
PROTOCOL_TLSv1 = 2
x = PROTOCOL_TLSv1
`,
  ],
  [
    "unverified verified",
    `import ssl
ctx = ssl._create_unverified_context(cert_reqs=ssl.CERT_REQUIRED, check_hostname=True)
`,
  ],
  [
    "environ verify 1",
    `import os
os.environ["PYTHONHTTPSVERIFY"] = "1"
os.environ["CURL_CA_BUNDLE"] = "/etc/ca.pem"
`,
  ],
  [
    "restored",
    `import ssl
old = ssl._create_default_https_context
ssl._create_default_https_context = ssl.create_default_context
ssl._create_default_https_context = old
`,
  ],
  [
    "boto3 verify ca",
    `import boto3
s = boto3.client("s3", verify="/ca.pem")
`,
  ],
  [
    "twisted ok",
    `from twisted.internet.ssl import CertificateOptions, TLSVersion
o = CertificateOptions(raiseMinimumTo=TLSVersion.TLSv1_3)
`,
  ],
  [
    "own connect require",
    `import db
db.connect(sslmode="require")
`,
  ],
  [
    "mysql own",
    `import mysql.connector
c = mysql.connector.connect(host="x", ssl_ca="ca", ssl_verify_cert=True)
`,
  ],
  [
    "max version 1.3",
    `import ssl
ctx = ssl.create_default_context()
ctx.maximum_version = ssl.TLSVersion.TLSv1_3
`,
  ],
  [
    "floor 1.3",
    `import ssl
ctx = ssl.create_default_context()
ctx.minimum_version = ssl.TLSVersion.TLSv1_3
`,
  ],
  [
    "uvicorn ok",
    `import ssl, uvicorn
uvicorn.run("a", ssl_version=ssl.PROTOCOL_TLS_SERVER, ssl_certfile="c")
`,
  ],
  [
    "pycurl",
    `import pycurl
c = pycurl.Curl()
c.setopt(pycurl.SSL_VERIFYPEER, 1)
c.setopt(pycurl.SSL_VERIFYHOST, 2)
c.setopt(pycurl.TIMEOUT, 0)
c.setopt(pycurl.SSLVERSION, pycurl.SSLVERSION_TLSv1_2)
`,
  ],
  [
    "setopt of another",
    `import pycurl
class Dial:
    def setopt(self, name, value): pass
Dial().setopt(pycurl.SSL_VERIFYPEER, 0)
`,
  ],
  [
    "python-ldap",
    `import ldap
ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_DEMAND)
ldap.set_option(ldap.OPT_REFERRALS, 0)
`,
  ],
  [
    "confluent-kafka",
    `from confluent_kafka import Producer
p = Producer({"bootstrap.servers": "x", "enable.ssl.certificate.verification": True, "ssl.endpoint.identification.algorithm": "https"})
`,
  ],
  [
    "vault, consul, jira, minio with authorities",
    `import consul, hvac
from jira import JIRA
from minio import Minio
v = hvac.Client(url="https://x", verify="ca.pem")
c = consul.Consul(verify="ca.pem")
j = JIRA("https://x", options={"verify": "ca.pem"})
m = Minio("x", secure=False)
`,
  ],
  [
    "pyvmomi",
    `from pyVim.connect import SmartConnect
s = SmartConnect(host="x", disableSslCertValidation=False)
`,
  ],
  [
    "influxdb told, in plain text, or elsewhere",
    `from influxdb import InfluxDBClient
a = InfluxDBClient("x")
b = InfluxDBClient("x", ssl=True, verify_ssl=True)
c = InfluxDBClient("x", ssl=False)
d = InfluxDBClient(**settings)
`,
  ],
  [
    "influxdb 2 verifies",
    `from influxdb_client import InfluxDBClient
a = InfluxDBClient(url="https://x", token="t")
`,
  ],
  [
    "PyMySQL told, in plain text, or with a context",
    `import pymysql
a = pymysql.connect(host="x")
b = pymysql.connect(host="x", ssl_ca="ca.pem", ssl_verify_cert=True, ssl_verify_identity=True)
c = pymysql.connect(host="x", ssl={"ca": "ca.pem", "cert": "c.pem"})
d = pymysql.connect(host="x", ssl=context)
e = pymysql.connect(host="x", ssl_ca=None)
`,
  ],
  [
    "cassandra told, or with a context",
    `import ssl
from cassandra.cluster import Cluster
a = Cluster(["x"], ssl_options={"ca_certs": "ca.pem", "cert_reqs": ssl.CERT_REQUIRED})
b = Cluster(["x"], ssl_context=ssl.create_default_context(), ssl_options={"server_hostname": "x"})
c = Cluster(["x"])
`,
  ],
  [
    "celery",
    `import ssl
from celery import Celery
app = Celery("x", broker_use_ssl={"cert_reqs": ssl.CERT_REQUIRED})
app.conf.broker_use_ssl = True
`,
  ],
  [
    "ldap3 told",
    `import ssl
from ldap3 import Server, Tls
t = Tls(ca_certs_file="ca.pem", validate=ssl.CERT_REQUIRED)
a = Server("x")
b = Server("x", port=636, use_ssl=True, tls=t)
`,
  ],
  [
    "ciphers of a puzzle",
    `ssl_version = "2"
ciphers = "RC4-SHA"
`,
  ],
  [
    "ftp subclass with a context",
    `import ssl
from ftplib import FTP_TLS
class Careful(FTP_TLS):
    def __init__(self, host):
        super().__init__(host, context=ssl.create_default_context())
f = Careful("x")
`,
  ],
  [
    "a server by start_tls",
    `import ssl
async def upgrade(loop, transport, protocol):
    context = ssl.create_default_context()
    context.load_cert_chain("c")
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return await loop.start_tls(transport, protocol, context, server_side=True)
`,
  ],
  [
    "a server's context without a purpose",
    `import ssl
def serve(sock):
    context = ssl.create_default_context()
    context.load_cert_chain("c")
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context.wrap_socket(sock, server_side=True)
`,
  ],
  [
    "a websocket without TLS",
    `import ssl, websocket
websocket.create_connection("ws://feed.example/", sslopt={"cert_reqs": ssl.CERT_NONE})
`,
  ],
  [
    "a websocket without TLS, by its keyword and an address in pieces",
    `import ssl, websocket
websocket.create_connection(url="ws://" + host, sslopt={"cert_reqs": ssl.CERT_NONE, "check_hostname": False})
websocket.create_connection(f"ws://{host}/", sslopt={"cert_reqs": ssl.CERT_NONE})
`,
  ],
  [
    "a websocket without TLS, by a name",
    `import ssl
from websocket import WebSocketApp, create_connection
URL = "ws://feed.example/"
create_connection(URL, sslopt={"check_hostname": False})
`,
  ],
  [
    "PyMySQL by an engine, with an authority",
    `from sqlalchemy import create_engine
engine = create_engine("mysql+pymysql://u:p@db.example/app", connect_args={"ssl": {"ca": "/etc/ca.pem"}})
`,
  ],
  [
    "PyMySQL by an engine, with nothing of TLS",
    `from sqlalchemy import create_engine
engine = create_engine("mysql+pymysql://u:p@db.example/app", connect_args={"ssl": {}})
`,
  ],
  [
    "another driver by an engine",
    `from sqlalchemy import create_engine
engine = create_engine("mysql+mysqldb://u:p@db.example/app", connect_args={"ssl": {"cipher": "HIGH"}})
`,
  ],
];
