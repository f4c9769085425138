import { api, certificate, host, invalid, level, option, pinned, suite, version } from "./rule-names.js";
import type { Site } from "./site.js";

/** Contexts of the ssl module, by whatever name and wherever they are kept. */
export const contextSites: readonly Site[] = [
  {
    name: "kept by a class",
    finds: [["self.ctx.verify_mode", certificate]],
    code: `import ssl
import socket


class Probe(object):
    def __init__(self, host, port=443):
        self.host = host
        self.port = port
        self.ctx = ssl.create_default_context()
        self.ctx.check_hostname = False
        self.ctx.verify_mode = ssl.CERT_NONE

    def certificate(self):
        with socket.create_connection((self.host, self.port)) as sock:
            with self.ctx.wrap_socket(sock, server_hostname=self.host) as tls:
                return tls.getpeercert(binary_form=True)
`,
  },
  {
    name: "kept by a class and never told to verify",
    finds: [["ssl.SSLContext(ssl.PROTOCOL_TLS)", certificate]],
    code: `import ssl
import socket


class Link:
    def __init__(self, address):
        self._address = address
        self._ssl_context = ssl.SSLContext(ssl.PROTOCOL_TLS)

    def open(self):
        raw = socket.create_connection(self._address)
        self._sock = self._ssl_context.wrap_socket(raw)
`,
  },
  {
    name: "bits that kept old versions out are taken away",
    finds: [
      ["ctx.minimum_version", version],
      ["ctx.set_ciphers", level],
    ],
    code: `import ssl

ctx = ssl.create_default_context()
ctx.options &= ~ssl.OP_NO_TLSv1 & ~ssl.OP_NO_TLSv1_1
ctx.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
ctx.set_ciphers("DEFAULT:@SECLEVEL=0")
`,
  },
  {
    name: "a minimum of TLS 1.0",
    finds: [["minimum_version", version]],
    code: `import ssl
from http.client import HTTPSConnection

context = ssl.create_default_context()
context.minimum_version = ssl.TLSVersion.TLSv1
conn = HTTPSConnection("plc.example.org", context=context)
`,
  },
  {
    name: "a list at level 0",
    finds: [["set_ciphers", level]],
    code: `import ssl, urllib.request

ctx = ssl.create_default_context()
ctx.set_ciphers("ALL:@SECLEVEL=0")
urllib.request.urlopen("https://old.example.org", context=ctx)
`,
  },
  {
    name: "the level that Debian's default broke",
    finds: [["set_ciphers", level]],
    code: `import ssl
import aiohttp

SSL_CONTEXT = ssl.create_default_context()
SSL_CONTEXT.set_ciphers("DEFAULT@SECLEVEL=1")


async def fetch(url):
    async with aiohttp.ClientSession() as session:
        async with session.get(url, ssl=SSL_CONTEXT) as resp:
            return await resp.json()
`,
  },
  {
    name: "suites by name",
    finds: [["set_ciphers", suite]],
    code: `import ssl

context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
context.load_default_certs()
context.set_ciphers("AES256-SHA:AES128-SHA:DES-CBC3-SHA:RC4-SHA")
`,
  },
  {
    name: "a list in several pieces",
    finds: [["ctx.set_ciphers(", suite]],
    code: `import ssl

_CIPHERS = (
    "ECDH+AESGCM:ECDH+AES256:ECDH+AES128:DH+AESGCM:DH+AES256:DH+AES128:"
    "RSA+AESGCM:RSA+AES:!aNULL:!MD5:!DSS"
)


def client_context():
    ctx = ssl.create_default_context()
    ctx.set_ciphers(_CIPHERS)
    return ctx
`,
  },
  {
    name: "TLS 1.2 alone, and nothing verified",
    finds: [
      ["ssl.SSLContext(", pinned],
      ["ssl.SSLContext(", certificate],
    ],
    code: `import socket
import ssl

context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
sock = context.wrap_socket(socket.socket(), server_hostname="gateway.sandbox.push.example.com")
sock.connect(("gateway.sandbox.push.example.com", 2195))
`,
  },
  {
    name: "the constant through getattr",
    finds: [["getattr(", version]],
    code: `import ssl

ssl_context = ssl.SSLContext(getattr(ssl, "PROTOCOL_TLSv1"))
ssl_context.load_cert_chain("cert.pem", "key.pem")
`,
  },
  {
    name: "names imported one by one",
    finds: [
      ["SSLContext(PROTOCOL", version],
      ["ctx.verify_mode", certificate],
    ],
    code: `from ssl import CERT_NONE, PROTOCOL_TLSv1, SSLContext
from urllib.request import urlopen

ctx = SSLContext(PROTOCOL_TLSv1)
ctx.verify_mode = CERT_NONE
print(urlopen("https://router.local/status", context=ctx).read())
`,
  },
  {
    name: "the module under another name",
    finds: [["_c.verify_mode", certificate]],
    code: `import ssl as _ssl
import urllib.request as _request

_c = _ssl.create_default_context()
_c.check_hostname = False
_c.verify_mode = _ssl.CERT_NONE

def read(url): return _request.urlopen(url, context=_c).read()
`,
  },
  {
    name: "a factory that switches off the host's name",
    finds: [["check_hostname", host]],
    code: `import ssl
import socket


def _context(cafile):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    ctx.load_verify_locations(cafile)
    ctx.check_hostname = False
    return ctx


def connect(host, port, cafile):
    return _context(cafile).wrap_socket(socket.create_connection((host, port)))
`,
  },
  {
    name: "asyncio's streams",
    finds: [["ssl.SSLContext(", certificate]],
    code: `import asyncio
import ssl


async def main(host):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
    reader, writer = await asyncio.open_connection(host, 6697, ssl=ctx)
    writer.write(b"NICK bot\\r\\n")
    await writer.drain()
`,
  },
  {
    name: "a connection of asyncio's loop",
    finds: [["_create_unverified_context()", certificate]],
    code: `import asyncio
import ssl


class Protocol(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"hello")


async def run(loop, host):
    await loop.create_connection(lambda: Protocol(), host, 443, ssl=ssl._create_unverified_context())
`,
  },
  {
    name: "a server of asyncio",
    finds: [["ssl.SSLContext(", version]],
    code: `import asyncio
import ssl


async def main():
    sslctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    sslctx.load_cert_chain(certfile="server.crt", keyfile="server.key")
    server = await asyncio.start_server(handle, "0.0.0.0", 8443, ssl=sslctx)
    await server.serve_forever()
`,
  },
  {
    name: "a socket wrapped, and no more said",
    finds: [["ssl.wrap_socket(s)", api]],
    code: `import socket, ssl

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s = ssl.wrap_socket(s)
s.connect(("irc.example.net", 6697))
s.send(b"NICK bot\\r\\n")
`,
  },
  {
    name: "a server's socket wrapped in place",
    finds: [["ssl.wrap_socket(", api]],
    code: `import http.server
import ssl

httpd = http.server.HTTPServer(("0.0.0.0", 4443), http.server.SimpleHTTPRequestHandler)
httpd.socket = ssl.wrap_socket(httpd.socket, keyfile="key.pem", certfile="cert.pem", server_side=True)
httpd.serve_forever()
`,
  },
  {
    name: "a server's socket wrapped in Python 2",
    finds: [["self.socket = ssl.wrap_socket(", version]],
    code: `import BaseHTTPServer, SocketServer, ssl

class SecureServer(SocketServer.ThreadingMixIn, BaseHTTPServer.HTTPServer):
    def __init__(self, address, handler):
        BaseHTTPServer.HTTPServer.__init__(self, address, handler)
        self.socket = ssl.wrap_socket(self.socket, certfile="server.pem", server_side=True, ssl_version=ssl.PROTOCOL_TLSv1)

try:
    SecureServer(("", 443), BaseHTTPServer.BaseHTTPRequestHandler).serve_forever()
except KeyboardInterrupt, e:
    print "bye"
`,
  },
  {
    name: "arguments of wrap_socket in a dictionary",
    finds: [["ssl.wrap_socket(", api]],
    code: `import socket
import ssl

ssl_args = {"cert_reqs": ssl.CERT_NONE, "ssl_version": ssl.PROTOCOL_TLSv1}
sock = socket.create_connection(("10.1.1.1", 443))
wrapped = ssl.wrap_socket(sock, **ssl_args)
`,
  },
  {
    name: "the mode through its enumeration",
    finds: [["ssl.VerifyMode.CERT_NONE", certificate]],
    code: `import ssl

ctx = ssl.create_default_context()
ctx.check_hostname = False
ctx.verify_mode = ssl.VerifyMode.CERT_NONE
`,
  },
  {
    name: "an environment that asks for it",
    finds: [["verify_mode", certificate]],
    isChoice: true,
    code: `import os
import ssl

ctx = ssl.create_default_context()
if os.getenv("APP_INSECURE"):
    ctx.check_hostname = False
    ctx.verify_mode = ssl.CERT_NONE
`,
  },
  {
    name: "a parameter that asks for it",
    finds: [["verify_mode", certificate]],
    isChoice: true,
    code: `import ssl


def make_context(verify=True, cafile=None):
    ctx = ssl.create_default_context(cafile=cafile)
    if not verify:
        ctx.check_hostname = False
        ctx.verify_mode = ssl.CERT_NONE
    return ctx
`,
  },
  {
    name: "verified if there is an authority",
    finds: [["verify_mode", certificate]],
    isChoice: true,
    code: `import ssl
import socket


def wrap(sock, cafile=None):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS)
    ctx.verify_mode = ssl.CERT_REQUIRED if cafile else ssl.CERT_NONE
    if cafile:
        ctx.load_verify_locations(cafile)
    return ctx.wrap_socket(sock, server_side=False)
`,
  },
  {
    name: "a server's purpose on a client",
    finds: [["Purpose.CLIENT_AUTH", certificate]],
    code: `import socket
import ssl

context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
with socket.create_connection(("time.example.org", 4460)) as sock:
    with context.wrap_socket(sock, server_hostname="time.example.org") as tls:
        print(tls.version())
`,
  },
  {
    name: "match_hostname by hand",
    finds: [["ssl.match_hostname(", api]],
    code: `import socket
import ssl

ctx = ssl.create_default_context()
ctx.check_hostname = False
sock = ctx.wrap_socket(socket.create_connection(("a.example.org", 443)))
ssl.match_hostname(sock.getpeercert(), "a.example.org")
`,
  },
  {
    name: "a certificate fetched with SSLv3",
    finds: [["ssl.get_server_certificate(", invalid]],
    code: `import ssl

pem = ssl.get_server_certificate(("mail.example.org", 993), ssl_version=ssl.PROTOCOL_SSLv3)
print(pem)
`,
  },
  {
    name: "a keyword for the protocol",
    finds: [["protocol=ssl.PROTOCOL_TLSv1_1", version]],
    code: `import ssl
import asyncio

ctx = ssl.SSLContext(protocol=ssl.PROTOCOL_TLSv1_1)
ctx.verify_mode = ssl.CERT_REQUIRED
ctx.load_verify_locations("ca.pem")
asyncio.run(asyncio.open_connection("a.example.org", 8883, ssl=ctx))
`,
  },
  {
    name: "a field of a dataclass",
    finds: [["_create_unverified_context", certificate]],
    code: `import ssl
from dataclasses import dataclass, field


@dataclass
class Target:
    host: str
    port: int = 443
    context: ssl.SSLContext = field(default_factory=ssl._create_unverified_context)
`,
  },
  {
    name: "a wrapper that is handed on as it is",
    finds: [["ssl.wrap_socket", api]],
    code: `import ssl

import irc.bot
import irc.connection

factory = irc.connection.Factory(wrapper=ssl.wrap_socket)
bot = irc.bot.SingleServerIRCBot([("irc.example.net", 6697)], "bot", "bot", connect_factory=factory)
bot.start()
`,
  },
  {
    name: "old renegotiation",
    finds: [["ctx.options |= 0x4", option]],
    code: `import ssl
import urllib.request

ctx = ssl.create_default_context()
ctx.options |= 0x4  # OP_LEGACY_SERVER_CONNECT
print(urllib.request.urlopen("https://tax.example.gov", context=ctx).status)
`,
  },
  {
    name: "no TLS 1.3",
    finds: [["ssl.OP_NO_TLSv1_3", pinned]],
    code: `import ssl

context = ssl.create_default_context()
context.options |= ssl.OP_NO_TLSv1_3
`,
  },
  {
    name: "at most TLS 1.2",
    finds: [["maximum_version", pinned]],
    code: `import ssl
import ftplib

ctx = ssl.create_default_context()
ctx.maximum_version = ssl.TLSVersion.TLSv1_2
ftp = ftplib.FTP_TLS("ftp.example.org", context=ctx)
`,
  },
  {
    name: "a context made in a helper of another name and changed by its caller",
    finds: [["context.verify_mode", certificate]],
    code: `import ssl
from urllib.request import urlopen


def default_context():
    return ssl.create_default_context()


def main():
    context = default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    print(urlopen("https://x.example.org", context=context).read())
`,
  },
  {
    name: "a lazily made context of a class",
    finds: [["cls._context.verify_mode", certificate]],
    code: `import ssl


class Tls:
    _context = None

    @classmethod
    def context(cls):
        if cls._context is None:
            cls._context = ssl.create_default_context()
            cls._context.check_hostname = False
            cls._context.verify_mode = ssl.CERT_NONE
        return cls._context
`,
  },
  {
    name: "a context by a parameter of its type",
    finds: [["context.verify_mode", certificate]],
    code: `import ssl


def relax(context: ssl.SSLContext) -> None:
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
`,
  },
  {
    name: "a property of a settings object",
    finds: [["settings.ssl_context.verify_mode", certificate]],
    code: `import ssl
from types import SimpleNamespace

settings = SimpleNamespace()
settings.ssl_context = ssl.create_default_context()
settings.ssl_context.check_hostname = False
settings.ssl_context.verify_mode = ssl.CERT_NONE
`,
  },
];
