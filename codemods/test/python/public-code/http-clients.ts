import { certificate, host, pinned, suite, version } from "./rule-names.js";
import type { Site } from "./site.js";

/** urllib3, httpx, aiohttp, Tornado, Twisted, WebSockets, pycurl and pyOpenSSL. */
export const httpClientSites: readonly Site[] = [
  {
    name: "a pool manager",
    finds: [["cert_reqs", certificate]],
    code: `import urllib3

urllib3.disable_warnings()
http = urllib3.PoolManager(num_pools=4, cert_reqs="CERT_NONE")
print(http.request("GET", "https://device.local/").data)
`,
  },
  {
    name: "a pool of one host",
    finds: [["cert_reqs", certificate]],
    code: `import urllib3

pool = urllib3.HTTPSConnectionPool("vault.internal", port=8200, cert_reqs="CERT_NONE", assert_hostname=False)
pool.urlopen("GET", "/v1/sys/health")
`,
  },
  {
    name: "a context of urllib3 for TLS 1.0",
    finds: [["ssl_minimum_version", version]],
    code: `import ssl

import urllib3
from urllib3.util.ssl_ import create_urllib3_context

ctx = create_urllib3_context(ssl_minimum_version=ssl.TLSVersion.TLSv1)
http = urllib3.PoolManager(ssl_context=ctx)
`,
  },
  {
    name: "host names unchecked beside an authority",
    finds: [["assert_hostname=False", host]],
    code: `import certifi
import urllib3

http = urllib3.PoolManager(cert_reqs="CERT_REQUIRED", ca_certs=certifi.where(), assert_hostname=False)
`,
  },
  {
    name: "a pool by its address",
    finds: [["cert_reqs=ssl.CERT_NONE", certificate]],
    code: `import ssl
from urllib3 import connection_from_url

pool = connection_from_url("https://10.2.0.4:6443", cert_reqs=ssl.CERT_NONE)
`,
  },
  {
    name: "a manager of proxies",
    finds: [["cert_reqs", certificate]],
    code: `import urllib3

proxy = urllib3.ProxyManager("http://proxy.corp:3128/", cert_reqs="CERT_NONE")
r = proxy.request("GET", "https://pypi.example.org/")
`,
  },
  {
    name: "a client of httpx kept by a class",
    finds: [["verify=False", certificate]],
    code: `import httpx


class Unifi:
    def __init__(self, host: str) -> None:
        self._client = httpx.AsyncClient(base_url=f"https://{host}:8443", verify=False, timeout=10.0)

    async def sites(self):
        return (await self._client.get("/api/self/sites")).json()
`,
  },
  {
    name: "a transport of httpx",
    finds: [["verify=False", certificate]],
    code: `import httpx

transport = httpx.HTTPTransport(retries=3, verify=False)
with httpx.Client(transport=transport) as client:
    client.get("https://appliance.local/")
`,
  },
  {
    name: "a context of httpx",
    finds: [["verify=False", certificate]],
    code: `import httpx

context = httpx.create_ssl_context(verify=False)
client = httpx.Client(verify=context)
`,
  },
  {
    name: "httpx for one call",
    finds: [["verify=False", certificate]],
    code: `import httpx

async def ping(url):
    async with httpx.AsyncClient(verify=False, follow_redirects=True) as c:
        return (await c.get(url)).status_code
`,
  },
  {
    name: "a connector of aiohttp",
    finds: [["verify_ssl=False", certificate]],
    code: `import aiohttp


async def crawl(urls):
    connector = aiohttp.TCPConnector(limit=64, verify_ssl=False)
    async with aiohttp.ClientSession(connector=connector) as session:
        for url in urls:
            async with session.get(url) as resp:
                print(resp.status)
`,
  },
  {
    name: "a connector of aiohttp in place",
    finds: [["ssl=False", certificate]],
    code: `from aiohttp import ClientSession, TCPConnector


class Hub:
    async def connect(self):
        self.session = ClientSession(connector=TCPConnector(ssl=False), raise_for_status=True)
`,
  },
  {
    name: "a call of aiohttp's session that is handed in",
    finds: [["ssl=False", certificate]],
    code: `import aiohttp


async def status(session: aiohttp.ClientSession, url: str) -> int:
    async with session.get(url, ssl=False, timeout=aiohttp.ClientTimeout(total=5)) as response:
        return response.status
`,
  },
  {
    name: "a WebSocket of aiohttp",
    finds: [["ssl=False", certificate]],
    code: `import aiohttp


async def listen(url):
    session = aiohttp.ClientSession()
    async with session.ws_connect(url, ssl=False, heartbeat=30) as ws:
        async for message in ws:
            print(message.data)
`,
  },
  {
    name: "aiohttp with a context in a helper",
    finds: [["context.verify_mode", certificate]],
    code: `import ssl

import aiohttp


def _ssl_context():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


async def main():
    async with aiohttp.ClientSession() as s:
        async with s.get("https://inverter.local/", ssl=_ssl_context()) as r:
            print(await r.text())
`,
  },
  {
    name: "a session in a home automation's helper",
    finds: [["verify_ssl=False", certificate]],
    isChoice: true,
    code: `from homeassistant.helpers.aiohttp_client import async_get_clientsession


async def async_setup_entry(hass, entry):
    session = async_get_clientsession(hass, verify_ssl=False)
    hass.data["x"] = Api(session, entry.data["host"])
    return True
`,
  },
  {
    name: "a fetch of Tornado",
    finds: [["validate_cert=False", certificate]],
    code: `from tornado import gen
from tornado.httpclient import AsyncHTTPClient


@gen.coroutine
def fetch(url):
    client = AsyncHTTPClient()
    response = yield client.fetch(url, validate_cert=False, request_timeout=20)
    raise gen.Return(response.body)
`,
  },
  {
    name: "a request of Tornado",
    finds: [["validate_cert=False", certificate]],
    code: `from tornado.httpclient import HTTPClient, HTTPRequest

request = HTTPRequest(url="https://hub.local/api", method="POST", body="{}", validate_cert=False)
HTTPClient().fetch(request)
`,
  },
  {
    name: "a WebSocket of Tornado",
    finds: [["validate_cert=False", certificate]],
    code: `import tornado.httpclient
import tornado.websocket


async def connect(url):
    request = tornado.httpclient.HTTPRequest(url, validate_cert=False)
    return await tornado.websocket.websocket_connect(request)
`,
  },
  {
    name: "a server of Tornado",
    finds: [['"ssl_version"', version]],
    code: `import ssl

import tornado.httpserver
import tornado.ioloop
import tornado.web

server = tornado.httpserver.HTTPServer(
    tornado.web.Application([]),
    ssl_options={
        "certfile": "server.crt",
        "keyfile": "server.key",
        "ssl_version": ssl.PROTOCOL_TLSv1,
    },
)
server.listen(8443)
`,
  },
  {
    name: "a server of Tornado with a context",
    finds: [["ssl.PROTOCOL_TLSv1_1", version]],
    code: `import ssl
from tornado.httpserver import HTTPServer

def serve(app):
    ssl_ctx = ssl.SSLContext(ssl.PROTOCOL_TLSv1_1)
    ssl_ctx.load_cert_chain("cert.pem", "key.pem")
    HTTPServer(app, ssl_options=ssl_ctx).listen(443)
`,
  },
  {
    name: "options of Twisted that verify nothing",
    finds: [["verify=False", certificate]],
    code: `from twisted.internet import ssl
from twisted.web.client import Agent, BrowserLikePolicyForHTTPS


class Policy(BrowserLikePolicyForHTTPS):
    def creatorForNetloc(self, hostname, port):
        return ssl.CertificateOptions(verify=False)
`,
  },
  {
    name: "the factory of Twisted that verifies nothing",
    finds: [["ssl.ClientContextFactory()", certificate]],
    code: `from twisted.internet import reactor, ssl
from twisted.internet.protocol import ClientFactory

factory = ClientFactory()
reactor.connectSSL("irc.example.net", 6697, factory, ssl.ClientContextFactory())
reactor.run()
`,
  },
  {
    name: "a factory of Twisted for Agent",
    finds: [["class WebClientContextFactory", certificate]],
    code: `from twisted.internet import reactor
from twisted.internet.ssl import ClientContextFactory
from twisted.web.client import Agent


class WebClientContextFactory(ClientContextFactory):
    def getContext(self, hostname, port):
        return ClientContextFactory.getContext(self)


agent = Agent(reactor, WebClientContextFactory())
`,
  },
  {
    name: "a server of Twisted that speaks TLS 1.0 alone",
    finds: [["sslmethod=SSL.TLSv1_METHOD", version]],
    code: `from OpenSSL import SSL
from twisted.internet import reactor, ssl
from twisted.web import server, static

context = ssl.DefaultOpenSSLContextFactory("server.key", "server.crt", sslmethod=SSL.TLSv1_METHOD)
reactor.listenSSL(443, server.Site(static.File("www")), context)
reactor.run()
`,
  },
  {
    name: "the method of a factory of Twisted",
    finds: [
      ["class CtxFactory", certificate],
      ["self.method = SSL.SSLv3_METHOD", version],
    ],
    code: `from OpenSSL import SSL
from twisted.internet import ssl


class CtxFactory(ssl.ClientContextFactory):
    def getContext(self):
        self.method = SSL.SSLv3_METHOD
        ctx = ssl.ClientContextFactory.getContext(self)
        return ctx
`,
  },
  {
    name: "websockets with a context",
    finds: [["ssl_context.verify_mode", certificate]],
    code: `import asyncio
import pathlib
import ssl
import websockets

ssl_context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
ssl_context.check_hostname = False
ssl_context.verify_mode = ssl.CERT_NONE


async def hello():
    async with websockets.connect("wss://localhost.example:8765", ssl=ssl_context) as websocket:
        await websocket.send("hello")
`,
  },
  {
    name: "a WebSocket that runs for ever",
    finds: [['"cert_reqs"', certificate]],
    code: `import ssl
import threading
import websocket


class Feed(threading.Thread):
    def run(self):
        self.ws = websocket.WebSocketApp(self.url, on_message=self.on_message)
        self.ws.run_forever(ping_interval=20, sslopt={"cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    name: "a WebSocket with options of its own",
    finds: [['"check_hostname": False', host]],
    code: `import websocket

ws = websocket.WebSocket(sslopt={"check_hostname": False, "ca_certs": "/etc/ssl/own-ca.pem"})
ws.connect("wss://scada.example.org/ws")
`,
  },
  {
    name: "pyOpenSSL that verifies nothing",
    finds: [["SSL.VERIFY_NONE", certificate]],
    code: `import socket
from OpenSSL import SSL

context = SSL.Context(SSL.SSLv23_METHOD)
context.set_verify(SSL.VERIFY_NONE, lambda *args: True)
conn = SSL.Connection(context, socket.socket(socket.AF_INET, socket.SOCK_STREAM))
conn.connect(("example.org", 443))
conn.do_handshake()
`,
  },
  {
    name: "pyOpenSSL with a callback that says yes",
    finds: [["set_verify(", certificate]],
    code: `from OpenSSL import SSL


def verify_callback(conn, cert, errnum, depth, ok):
    return True


def context():
    ctx = SSL.Context(SSL.TLS_METHOD)
    ctx.set_verify(SSL.VERIFY_PEER | SSL.VERIFY_FAIL_IF_NO_PEER_CERT, verify_callback)
    ctx.set_default_verify_paths()
    return ctx
`,
  },
  {
    name: "a server of pyOpenSSL with TLS 1.0",
    finds: [["SSL.Context(SSL.TLSv1_METHOD)", version]],
    code: `from OpenSSL import SSL

ctx = SSL.Context(SSL.TLSv1_METHOD)
ctx.use_privatekey_file("server.key")
ctx.use_certificate_chain_file("server.crt")
`,
  },
  {
    name: "a list of pyOpenSSL",
    finds: [["set_cipher_list", suite]],
    code: `from OpenSSL import SSL

ctx = SSL.Context(SSL.TLS_SERVER_METHOD)
ctx.set_min_proto_version(SSL.TLS1_2_VERSION)
ctx.set_cipher_list(b"HIGH:MEDIUM:!aNULL:!MD5")
ctx.use_certificate_chain_file("server.crt")
ctx.use_privatekey_file("server.key")
`,
  },
  {
    name: "pycurl, whose constants are of the handle too",
    finds: [
      ["c.SSL_VERIFYPEER", certificate],
      ["c.SSL_VERIFYHOST", host],
    ],
    code: `import pycurl
from io import BytesIO

buffer = BytesIO()
c = pycurl.Curl()
c.setopt(c.URL, "https://camera.local/snapshot")
c.setopt(c.SSL_VERIFYPEER, 0)
c.setopt(c.SSL_VERIFYHOST, 0)
c.setopt(c.WRITEDATA, buffer)
c.perform()
c.close()
`,
  },
  {
    name: "a server of gevent",
    finds: [["ssl_version=ssl.PROTOCOL_TLSv1", version]],
    code: `import ssl

from gevent.pywsgi import WSGIServer

server = WSGIServer(
    ("0.0.0.0", 443), application, keyfile="server.key", certfile="server.crt", ssl_version=ssl.PROTOCOL_TLSv1
)
server.serve_forever()
`,
  },
  {
    name: "httplib2 of an API's client",
    finds: [["disable_ssl_certificate_validation=True", certificate]],
    code: `import httplib2
from googleapiclient.discovery import build

http = httplib2.Http(disable_ssl_certificate_validation=True, timeout=30)
service = build("drive", "v3", http=http)
`,
  },
  {
    name: "Scrapy's settings",
    finds: [["DOWNLOADER_CLIENT_TLS_METHOD", version]],
    path: "crawler/settings.py",
    code: `BOT_NAME = "crawler"
SPIDER_MODULES = ["crawler.spiders"]
ROBOTSTXT_OBEY = True
DOWNLOADER_CLIENT_TLS_METHOD = "TLSv1.0"
`,
  },
  {
    name: "a server of Flask that speaks TLS 1.2 alone",
    finds: [["ssl.PROTOCOL_TLSv1_2", pinned]],
    code: `import ssl

from flask import Flask

app = Flask(__name__)

if __name__ == "__main__":
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
    context.load_cert_chain("fullchain.pem", "privkey.pem")
    app.run(host="0.0.0.0", port=443, ssl_context=context)
`,
  },
  {
    name: "a server of aiohttp",
    finds: [["ssl.PROTOCOL_TLSv1)", version]],
    code: `import ssl
from aiohttp import web

app = web.Application()
ssl_context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
ssl_context.load_cert_chain("cert.pem", "key.pem")
web.run_app(app, port=8443, ssl_context=ssl_context)
`,
  },
  {
    name: "uvicorn",
    finds: [
      ["ssl_version=ssl.PROTOCOL_TLSv1", version],
      ['ssl_ciphers="TLSv1"', suite],
    ],
    code: `import ssl

import uvicorn

if __name__ == "__main__":
    uvicorn.run(
        "app:app",
        host="0.0.0.0",
        port=8443,
        ssl_keyfile="key.pem",
        ssl_certfile="cert.pem",
        ssl_version=ssl.PROTOCOL_TLSv1,
        ssl_ciphers="TLSv1",
    )
`,
  },
  {
    name: "Gunicorn's settings",
    finds: [["ciphers =", suite]],
    path: "deploy/gunicorn.conf.py",
    code: `bind = "0.0.0.0:8443"
workers = 4
keyfile = "/etc/ssl/private/app.key"
certfile = "/etc/ssl/certs/app.pem"
ciphers = "HIGH:MEDIUM:!aNULL:!eNULL"
`,
  },
  {
    name: "a server that asks for too little",
    finds: [
      ["ctx.minimum_version", version],
      ["ctx.set_ciphers", suite],
    ],
    code: `import http.server
import ssl

ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
ctx.minimum_version = ssl.TLSVersion.TLSv1
ctx.set_ciphers("ALL:!aNULL:!eNULL")
ctx.load_cert_chain("/etc/ssl/server.pem")
httpd = http.server.HTTPServer(("", 443), http.server.SimpleHTTPRequestHandler)
httpd.socket = ctx.wrap_socket(httpd.socket, server_side=True)
httpd.serve_forever()
`,
  },
];
