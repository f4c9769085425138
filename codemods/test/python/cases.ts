/** Python programs, each the nearest to another that is judged otherwise. */
export interface PythonCase {
  readonly name: string;
  readonly code: string;
  readonly path?: string;
  readonly python?: string;
}

export const cases: readonly PythonCase[] = [
  {
    name: "a socket wrapped with SSLv3 and a list of RC4, as its whole statement",
    code: `import ssl

def handshake(sock):
    # this will trigger the handshake if sock is already connected
    new_sock = ssl.wrap_socket(sock,
                               ciphers="HIGH:-aNULL:-eNULL:-PSK:RC4-SHA:RC4-MD5",
                               ssl_version=ssl.PROTOCOL_SSLv3)
    return new_sock
`,
  },
  {
    name: "the same beside Python 2, which knows no TLSVersion",
    code: `import ssl
print "connecting"
sock = ssl.wrap_socket(sock, None, None, False, ssl.CERT_REQUIRED, ssl.PROTOCOL_TLSv1, "/etc/ca.pem")
`,
  },
  {
    name: "wrap_socket with files that may be None",
    code: `import ssl

CA = "/etc/ssl/ca.pem"


def wrap(sock, cert=None, key=None):
    return ssl.wrap_socket(sock, keyfile=key, certfile=cert, cert_reqs=ssl.CERT_REQUIRED, ca_certs=CA, ssl_version=ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "wrap_socket that goes on behind a backslash",
    code: `import ssl

server = ssl.wrap_socket(listener, \\
    ssl_version=ssl.PROTOCOL_TLSv1, server_side=True, certfile="server.pem")
`,
  },
  {
    name: "wrap_socket inside an expression, on Pythons that have it",
    python: ">=3.7,<3.12",
    code: `import ssl
conn = Connection(ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_TLSv1, ciphers="RC4-SHA:AES128-SHA"))
`,
  },
  {
    name: "wrap_socket with a name that is taken",
    code: `import ssl
def connect(context, sock):
    return ssl.wrap_socket(sock, certfile=context.cert, keyfile=context.key, server_side=True)
`,
  },
  {
    name: "a client's context of TLS 1.0",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
sock = ctx.wrap_socket(raw, server_hostname="a.example")
`,
  },
  {
    name: "a client's context of TLS 1.2 that verifies",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
ctx.verify_mode = ssl.CERT_REQUIRED
ctx.check_hostname = True
ctx.load_default_certs()
sock = ctx.wrap_socket(raw, server_hostname="a.example")
`,
  },
  {
    name: "a server's context of TLS 1.1",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)
ctx.load_cert_chain("cert.pem")
httpd.socket = ctx.wrap_socket(httpd.socket, server_side=True)
`,
  },
  {
    name: "the newest protocol with a floor is clean",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ctx.minimum_version = ssl.TLSVersion.TLSv1_2
sock = ctx.wrap_socket(raw, server_hostname="a.example")
`,
  },
  {
    name: "a plain context takes the floor of its Python",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
other = ssl.SSLContext(ssl.PROTOCOL_SSLv23)
`,
  },
  {
    name: "a floor that is lowered, and reached with the level",
    code: `import ssl
ctx = ssl.create_default_context()
ctx.minimum_version = ssl.TLSVersion.TLSv1
ctx.set_ciphers("ALL:@SECLEVEL=0")
`,
  },
  {
    name: "a floor that the level keeps from being reached",
    python: ">=3.12",
    code: `import ssl
ctx = ssl.create_default_context()
ctx.minimum_version = ssl.TLSVersion.TLSv1_1
`,
  },
  {
    name: "a ceiling, and a bit that rules TLS 1.3 out beside others",
    code: `import ssl
ctx = ssl.create_default_context()
ctx.maximum_version = ssl.TLSVersion.TLSv1_2
ctx.options |= ssl.OP_NO_SSLv3 | ssl.OP_NO_TLSv1_3 | ssl.OP_NO_COMPRESSION
`,
  },
  {
    name: "a bit alone in its branch",
    code: `import ssl
ctx = ssl.create_default_context()
if hasattr(ssl, "OP_NO_TLSv1_3"):
    ctx.options |= ssl.OP_NO_TLSv1_3
`,
  },
  {
    name: "bits that harden are clean",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
ctx.options |= ssl.OP_NO_SSLv2 | ssl.OP_NO_SSLv3 | ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1
`,
  },
  {
    name: "bits that are cleared",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
ctx.options |= ssl.OP_NO_TLSv1
ctx.options &= ~ssl.OP_NO_TLSv1
`,
  },
  {
    name: "both switches off",
    code: `import ssl, urllib.request
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
urllib.request.urlopen("https://a.example", context=context)
`,
  },
  {
    name: "both switches off, with the reason beside them",
    code: `import ssl
context = ssl.create_default_context()
# the appliance's certificate ran out
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
`,
  },
  {
    name: "the host name alone",
    code: `import ssl
context = ssl.create_default_context(cafile="ca.pem")
context.check_hostname = False
`,
  },
  {
    name: "switches off when the user asks for it",
    code: `import ssl
def context_for(insecure):
    context = ssl.create_default_context()
    if insecure:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
`,
  },
  {
    name: "a mode that a condition chooses",
    code: `import ssl
def context_for(verify):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = verify
    context.verify_mode = ssl.CERT_REQUIRED if verify else ssl.CERT_NONE
    return context
`,
  },
  {
    name: "a default parameter that switches verification off",
    code: `import ssl
def connect(host, cert_reqs=ssl.CERT_NONE):
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = cert_reqs
    return context.wrap_socket(sock, server_hostname=host)
`,
  },
  {
    name: "verification that is turned on again",
    code: `import ssl
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
context.verify_mode = ssl.CERT_REQUIRED
context.check_hostname = True
`,
  },
  {
    name: "switches in the wrong order",
    code: `import ssl
context = ssl.create_default_context()
context.verify_mode = ssl.CERT_NONE
context.check_hostname = False
`,
  },
  {
    name: "CERT_OPTIONAL verifies a server",
    code: `import ssl
context = ssl.create_default_context()
context.verify_mode = ssl.CERT_OPTIONAL
`,
  },
  {
    name: "a server asks nobody for a certificate",
    code: `import ssl
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.minimum_version = ssl.TLSVersion.TLSv1_2
context.verify_mode = ssl.CERT_NONE
context.load_cert_chain("server.pem")
`,
  },
  {
    name: "a context without verification by its name, where it is used",
    code: `import ssl
from urllib.request import urlopen
urlopen(url, context=ssl._create_unverified_context())
`,
  },
  {
    name: "the same told to verify is clean",
    code: `import ssl
ctx = ssl._create_unverified_context(cert_reqs=ssl.CERT_REQUIRED, check_hostname=True)
`,
  },
  {
    name: "a context that a member holds",
    code: `import ssl
class Client:
    def __init__(self):
        self.context = ssl.create_default_context()
        self.context.check_hostname = False

    def trust_all(self):
        self.context.verify_mode = ssl.CERT_NONE
`,
  },
  {
    name: "a context that a parameter brings",
    code: `from ssl import CERT_NONE
def relax(context):
    context.verify_mode = CERT_NONE
`,
  },
  {
    name: "attributes of that name elsewhere",
    code: `def configure(validator):
    validator.verify_mode = 0
    validator.check_hostname = False
    validator.minimum_version = "1.0"
`,
  },
  {
    name: "imports under other names, and getattr",
    code: `import ssl as tls
from ssl import SSLContext as Context
one = Context(tls.PROTOCOL_TLSv1)
two = tls.SSLContext(getattr(tls, "PROTOCOL_TLSv1"))
`,
  },
  {
    name: "a name of another module",
    code: `from mylib import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "a module constant, and a list that is joined",
    code: `import ssl
VERSION = ssl.PROTOCOL_TLSv1
CIPHERS = ":".join(["RC4-SHA", "ECDHE-RSA-AES128-GCM-SHA256"])
ctx = ssl.SSLContext(VERSION)
ctx.set_ciphers(CIPHERS)
`,
  },
  {
    name: "a list that throws, one that is fine and one that is not known",
    code: `import ssl
a = ssl.create_default_context()
a.set_ciphers("RC4-SHA")
b = ssl.create_default_context()
b.set_ciphers("ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256")
c = ssl.create_default_context()
c.set_ciphers(settings.CIPHERS)
`,
  },
  {
    name: "a level alone",
    code: `import ssl
ctx = ssl.create_default_context()
ctx.set_ciphers("DEFAULT@SECLEVEL=1")
`,
  },
  {
    name: "the process-wide patch, and the feature test around it",
    code: `import ssl
ssl._create_default_https_context = ssl._create_unverified_context
`,
  },
  {
    name: "the patch behind hasattr",
    code: `import ssl
if hasattr(ssl, "_create_unverified_context"):
    ssl._create_default_https_context = ssl._create_unverified_context
main()
`,
  },
  {
    name: "the patch as PEP 476 gives it",
    code: `import ssl

try:
    _create_unverified_https_context = ssl._create_unverified_context
except AttributeError:
    pass
else:
    ssl._create_default_https_context = _create_unverified_https_context
`,
  },
  {
    name: "a variable that Python 3 does not read",
    code: `import os
os.environ["PYTHONHTTPSVERIFY"] = "0"
`,
  },
  {
    name: "mail without a context",
    code: `import smtplib
import ssl
with smtplib.SMTP_SSL("mail.example", 465) as server:
    server.login(user, password)
smtp = smtplib.SMTP("mail.example", 587)
smtp.starttls()
smtp.starttls(context=ssl.create_default_context())
`,
  },
  {
    name: "mail boxes without a context, and without ssl at hand",
    code: `import imaplib, poplib, ftplib
imaplib.IMAP4_SSL("mail.example")
poplib.POP3_SSL("mail.example", 995)
ftplib.FTP_TLS("ftp.example")
`,
  },
  {
    name: "requests, in every place",
    code: `import requests
from requests import Session
requests.get("https://a.example", verify=False)
requests.post(url, json={}, verify=0)
options = {"verify": False, "timeout": 3}
requests.put(url, **options)
session = Session()
session.verify = False
session.get(url, verify=False)
requests.get(url, verify=None)
requests.get(url, verify="/etc/ca.pem")
`,
  },
  {
    name: "requests, where somebody chooses",
    code: `import requests
def fetch(url, verify=False):
    return requests.get(url, verify=verify)
def load(url, insecure):
    if insecure:
        return requests.get(url, verify=False)
    return requests.get(url, verify=not insecure)
`,
  },
  {
    name: "verify of what is no client",
    code: `import requests
disk.check(verify=False)
token = jwt.decode(raw, verify=False)
mock.patch("requests.get", verify=False)
`,
  },
  {
    name: "other clients",
    code: `import aiohttp, httpx, redis, ssl, urllib3, websocket
async def main():
    async with aiohttp.ClientSession() as session:
        await session.get(url, ssl=False)
    aiohttp.TCPConnector(verify_ssl=False)
httpx.Client(verify=False)
redis.Redis(host="h", ssl=True, ssl_cert_reqs=None)
urllib3.PoolManager(cert_reqs="CERT_NONE", assert_hostname=False)
websocket.create_connection(url, sslopt={"cert_reqs": ssl.CERT_NONE, "check_hostname": False})
`,
  },
  {
    name: "paho-mqtt",
    code: `import ssl
import paho.mqtt.client as mqtt
client = mqtt.Client()
client.tls_set(cert_reqs=ssl.CERT_NONE)
client.tls_insecure_set(True)
`,
  },
  {
    name: "pyOpenSSL",
    code: `from OpenSSL import SSL
ctx = SSL.Context(SSL.TLSv1_METHOD)
ctx.set_cipher_list(b"RC4-SHA:AES128-SHA")
ctx.set_verify(SSL.VERIFY_NONE, lambda *args: True)
other = SSL.Context(SSL.TLS_METHOD)
other.set_min_proto_version(SSL.TLS1_2_VERSION)
other.set_verify(SSL.VERIFY_PEER, lambda conn, cert, errno, depth, ok: ok)
`,
  },
  {
    name: "a test",
    path: "tests/test_client.py",
    code: `import ssl
ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
`,
  },
  {
    name: "comments and strings only",
    code: `# ssl.wrap_socket(sock, ssl_version=ssl.PROTOCOL_SSLv3)
text = "ssl.PROTOCOL_SSLv3"
`,
  },
  {
    name: "line breaks of Windows, tabs and an emoji",
    code: 'import ssl\r\nname = "é😀"\r\nif name:\r\n\tctx = ssl.create_default_context()\r\n\tctx.minimum_version = ssl.TLSVersion.TLSv1\r\n',
  },
  {
    name: "databases whose dictionary is the switch of TLS keep it",
    code: `import ssl
import pymysql
from cassandra.cluster import Cluster
alone = pymysql.connect(host="x", ssl={"verify_mode": "none"})
both = pymysql.connect(host="x", ssl={"check_hostname": False, "verify_mode": False})
ring = Cluster(["x"], ssl_options={"ssl_version": ssl.PROTOCOL_TLSv1})
`,
  },
  {
    name: "what verifies only if it is told to",
    code: `import ssl
import pymysql
from influxdb import InfluxDBClient
from ldap3 import Server, Tls
metrics = InfluxDBClient("x", 8086, "u", "p", "d", True)
rows = pymysql.connect(
    host="x",
    ssl_ca="ca.pem",
)
people = Server("x", use_ssl=True, tls=Tls())
others = Server("x", use_ssl=True)
`,
  },
  {
    name: "options that a constant names",
    code: `import ldap
import pycurl
curl = pycurl.Curl()
curl.setopt(pycurl.SSL_VERIFYPEER, 0)
curl.setopt(pycurl.SSL_VERIFYHOST, 2 if strict else 0)
curl.setopt(pycurl.SSLVERSION, pycurl.SSLVERSION_TLSv1_0)
ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)
`,
  },
  {
    name: "a constant without its module is written by a person",
    code: `from ldap import OPT_X_TLS_NEVER, OPT_X_TLS_REQUIRE_CERT, set_option
set_option(OPT_X_TLS_REQUIRE_CERT, OPT_X_TLS_NEVER)
`,
  },
  {
    name: "a queue's settings, which no import tells of",
    code: `import ssl
CELERY_BROKER_USE_SSL = {"cert_reqs": ssl.CERT_NONE}
REDIS_BACKEND_USE_SSL = {"ssl_cert_reqs": ssl.CERT_REQUIRED}
`,
  },
  {
    name: "calls that verify nothing, by their module and by their own name",
    code: `from pyVim import connect
from pyVim.connect import SmartConnectNoSSL
a = connect.SmartConnectNoSSL(host="x")
b = SmartConnectNoSSL(host="x")
`,
  },
  {
    name: "settings of Gunicorn",
    path: "deploy/gunicorn.conf.py",
    code: `import ssl
bind = "0.0.0.0:443"
ssl_version = ssl.PROTOCOL_TLSv1
ciphers = "ECDHE+AESGCM:RC4-SHA:AES128-SHA"

def when_ready(server):
    ciphers = "RC4-SHA"
`,
  },
  {
    name: "the same in a module of another name",
    code: `import ssl
ssl_version = ssl.PROTOCOL_TLSv1
ciphers = "ECDHE+AESGCM:RC4-SHA:AES128-SHA"
`,
  },
  {
    name: "subclasses of a standard client",
    code: `import ssl
from ftplib import FTP_TLS
class Quiet(FTP_TLS):
    timeout = 5
class Careful(FTP_TLS):
    def __init__(self, host):
        super().__init__(host, context=ssl.create_default_context())
quiet = Quiet("x")
careful = Careful("x")
`,
  },
  {
    name: "certificates verified, and no name compared",
    code: `import socket
import ssl
def named(host):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
    ctx.minimum_version = ssl.TLSVersion.TLSv1_2
    ctx.verify_mode = ssl.CERT_REQUIRED
    ctx.load_verify_locations("ca.pem")
    return ctx.wrap_socket(socket.create_connection((host, 443)), server_hostname=host)
`,
  },
  {
    name: "the same without a name, with which it would raise",
    code: `import ssl
def unnamed(sock):
    quiet = ssl.SSLContext(ssl.PROTOCOL_TLS)
    quiet.minimum_version = ssl.TLSVersion.TLSv1_2
    quiet.verify_mode = ssl.CERT_REQUIRED
    return quiet.wrap_socket(sock)
`,
  },
  {
    name: "names compared, by the context and for a server",
    code: `import ssl
def checked(sock, host):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
    ctx.minimum_version = ssl.TLSVersion.TLSv1_2
    ctx.verify_mode = ssl.CERT_REQUIRED
    ctx.check_hostname = True
    return ctx.wrap_socket(sock, server_hostname=host)
def served(sock):
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.minimum_version = ssl.TLSVersion.TLSv1_2
    own.verify_mode = ssl.CERT_REQUIRED
    return own.wrap_socket(sock, server_side=True)
`,
  },
  {
    name: "names compared by the program",
    code: `import ssl
def checked(sock, host):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
    ctx.minimum_version = ssl.TLSVersion.TLSv1_2
    ctx.verify_mode = ssl.CERT_REQUIRED
    channel = ctx.wrap_socket(sock, server_hostname=host)
    verify(channel.getpeercert(), host)
    return channel
`,
  },
];
