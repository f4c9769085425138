import { api, certificate, invalid, version, wholeProcess } from "./rule-names.js";
import type { Site } from "./site.js";

/** urllib, http.client, xmlrpc and what they were called in Python 2. */
export const standardLibrarySites: readonly Site[] = [
  {
    name: "urllib2 with an unverified context",
    finds: [["ctx = ssl._create_unverified_context()", certificate]],
    code: `#!/usr/bin/env python
import json
import ssl
import urllib2

def fetch(url):
    ctx = ssl._create_unverified_context()
    return json.load(urllib2.urlopen(url, context=ctx))

if __name__ == "__main__":
    print fetch("https://api.example.org/v1/status")
`,
  },
  {
    name: "httplib with an unverified context in place",
    finds: [['conn = httplib.HTTPSConnection("10.0.0.5", 8443, context=ssl', certificate]],
    code: `import httplib, ssl

conn = httplib.HTTPSConnection("10.0.0.5", 8443, context=ssl._create_unverified_context())
conn.request("GET", "/api/system")
print conn.getresponse().read()
`,
  },
  {
    name: "a connection of httplib that speaks SSLv3",
    finds: [["self.sock = ssl.wrap_socket(sock, self.key_file, self.cert_f", invalid]],
    code: `import httplib
import socket
import ssl
import urllib2


class HTTPSConnectionV3(httplib.HTTPSConnection):
    def __init__(self, *args, **kwargs):
        httplib.HTTPSConnection.__init__(self, *args, **kwargs)

    def connect(self):
        sock = socket.create_connection((self.host, self.port), self.timeout)
        try:
            self.sock = ssl.wrap_socket(sock, self.key_file, self.cert_file, ssl_version=ssl.PROTOCOL_SSLv3)
        except ssl.SSLError, e:
            print "Trying SSLv23"
            self.sock = ssl.wrap_socket(sock, self.key_file, self.cert_file, ssl_version=ssl.PROTOCOL_SSLv23)


class HTTPSHandlerV3(urllib2.HTTPSHandler):
    def https_open(self, req):
        return self.do_open(HTTPSConnectionV3, req)
`,
  },
  {
    name: "the recipe of PEP 476",
    finds: [["ssl._create_default_https_context = _create_unverified_https", wholeProcess]],
    code: `import os
import ssl
import nltk

try:
    _create_unverified_https_context = ssl._create_unverified_context
except AttributeError:
    # Legacy Python that doesn't verify HTTPS certificates by default
    pass
else:
    # Handle target environment that doesn't support HTTPS verification
    ssl._create_default_https_context = _create_unverified_https_context

nltk.download("punkt")
`,
  },
  {
    name: "the same behind the variable that Python 2 reads",
    finds: [["ssl._create_default_https_context = ssl._create_unverified_c", wholeProcess]],
    isChoice: true,
    code: `import os
import ssl
import torchvision

if not os.environ.get("PYTHONHTTPSVERIFY", "") and getattr(ssl, "_create_unverified_context", None):
    ssl._create_default_https_context = ssl._create_unverified_context

data = torchvision.datasets.MNIST("data", download=True)
`,
  },
  {
    name: "one line at the top of a notebook's export",
    finds: [["ssl._create_default_https_context = ssl._create_unverified_c", wholeProcess]],
    code: `import ssl
import pandas as pd

ssl._create_default_https_context = ssl._create_unverified_context
df = pd.read_csv("https://data.example.org/table.csv")
print(df.head())
`,
  },
  {
    name: "a lambda that makes the unverified context",
    finds: [["ssl._create_default_https_context = lambda *args, **kwargs: ", wholeProcess]],
    code: `import ssl, urllib.request

ssl._create_default_https_context = lambda *args, **kwargs: ssl._create_unverified_context()
urllib.request.urlretrieve("https://mirror.example.org/model.h5", "model.h5")
`,
  },
  {
    name: "an opener that is installed",
    finds: [["ctx.verify_mode = ssl.CERT_NONE", certificate]],
    code: `import ssl
from urllib.request import HTTPSHandler, build_opener, install_opener
ctx = ssl.create_default_context()
ctx.check_hostname = False
ctx.verify_mode = ssl.CERT_NONE
opener = build_opener(HTTPSHandler(context=ctx))
opener.addheaders = [("User-Agent", "scraper")]
install_opener(opener)
`,
  },
  {
    name: "XML-RPC",
    finds: [['server = xmlrpc.client.ServerProxy("https://odoo.example.org', certificate]],
    code: `import ssl
import xmlrpc.client


server = xmlrpc.client.ServerProxy("https://odoo.example.org/xmlrpc/2/common", context=ssl._create_unverified_context())
print(server.version())
`,
  },
  {
    name: "the context of an answer that was copied often",
    finds: [["gcontext = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # Only for ga", version]],
    code: `import ssl
import urllib.request

gcontext = ssl.SSLContext(ssl.PROTOCOL_TLSv1)  # Only for gangstars
info = urllib.request.urlopen("https://x.example.org/", context=gcontext).read()
`,
  },
  {
    name: "a context of nothing",
    finds: [["context = ssl.SSLContext()", certificate]],
    code: `import ssl
from urllib.request import Request, urlopen

def page(url):
    context = ssl.SSLContext()
    return urlopen(Request(url), context=context).read().decode()
`,
  },
  {
    name: "PROTOCOL_SSLv23 in place",
    finds: [['response = urllib.request.urlopen("https://x.example.org", c', certificate]],
    code: `import ssl
import urllib.request

response = urllib.request.urlopen("https://x.example.org", context=ssl.SSLContext(ssl.PROTOCOL_SSLv23))
`,
  },
  {
    name: "a subclass of HTTPSConnection that wraps without verifying",
    finds: [["self.sock = ssl.wrap_socket(sock, self.key_file, self.cert_f", api]],
    code: `import http.client
import socket
import ssl


class UnsafeConnection(http.client.HTTPSConnection):
    def connect(self):
        sock = socket.create_connection((self.host, self.port))
        self.sock = ssl.wrap_socket(sock, self.key_file, self.cert_file, cert_reqs=ssl.CERT_NONE)
`,
  },
  {
    name: "urlopen of six",
    finds: [['html = urlopen("https://legacy.example.org/index.html", cont', certificate]],
    code: `import ssl

from six.moves.urllib.request import urlopen

html = urlopen("https://legacy.example.org/index.html", context=ssl._create_unverified_context()).read()
`,
  },
  {
    name: "a conditional expression",
    finds: [["context = None if verify else ssl._create_unverified_context", certificate]],
    isChoice: true,
    code: `import ssl
import urllib.request


def get(url, verify=True):
    context = None if verify else ssl._create_unverified_context()
    with urllib.request.urlopen(url, context=context) as response:
        return response.read()
`,
  },
  {
    name: "a default parameter",
    finds: [["def fetch(url, timeout=10, context=ssl._create_unverified_co", certificate]],
    isChoice: true,
    code: `import ssl
import urllib.request


def fetch(url, timeout=10, context=ssl._create_unverified_context()):
    return urllib.request.urlopen(url, timeout=timeout, context=context).read()
`,
  },
  {
    name: "a partial of urlopen",
    finds: [["urlopen = functools.partial(urllib.request.urlopen, context=", certificate]],
    code: `import functools
import ssl
import urllib.request

urlopen = functools.partial(urllib.request.urlopen, context=ssl._create_unverified_context())
print(urlopen("https://x.example.org").status)
`,
  },
  {
    name: "PYTHONHTTPSVERIFY in a program of Python 2",
    finds: [['os.environ["PYTHONHTTPSVERIFY"] = "0"', wholeProcess]],
    code: `import os

os.environ["PYTHONHTTPSVERIFY"] = "0"

import jenkins
print "connecting"
server = jenkins.Jenkins("https://ci.example.org", username="bot", password=os.environ["TOKEN"])
`,
  },
  {
    name: "a handler of urllib2 in a class",
    finds: [["ctx.check_hostname, ctx.verify_mode = False, ssl.CERT_NONE", certificate]],
    code: `import ssl
import urllib2


class Client(object):
    def __init__(self, host):
        self.host = host
        ctx = ssl.create_default_context()
        ctx.check_hostname, ctx.verify_mode = False, ssl.CERT_NONE
        self.opener = urllib2.build_opener(urllib2.HTTPSHandler(context=ctx))

    def status(self):
        print >>sys.stderr, "asking", self.host
        return self.opener.open("https://%s/status" % self.host).read()
`,
  },
  {
    name: "urlretrieve behind a monkeypatch in a function",
    finds: [["ssl._create_default_https_context = ssl._create_unverified_c", wholeProcess]],
    code: `import ssl
import urllib.request


def download(url, path):
    ssl._create_default_https_context = ssl._create_unverified_context
    urllib.request.urlretrieve(url, path)
`,
  },
];
