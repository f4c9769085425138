import { certificate, host, version, wholeProcess } from "./rule-names.js";
import type { Site } from "./site.js";

/** Options in pieces of a text, and clients that are looked up. */
export const piecemealSites: readonly Site[] = [
  {
    name: "fastapi mail",
    finds: [["VALIDATE_CERTS=False", certificate]],
    code: `from fastapi_mail import ConnectionConfig, FastMail

conf = ConnectionConfig(
    MAIL_USERNAME="a",
    MAIL_PASSWORD="b",
    MAIL_FROM="a@example.org",
    MAIL_PORT=465,
    MAIL_SERVER="smtp.example.org",
    MAIL_STARTTLS=False,
    MAIL_SSL_TLS=True,
    USE_CREDENTIALS=True,
    VALIDATE_CERTS=False,
)
mail = FastMail(conf)
`,
  },
  {
    name: "mssql url pieces",
    finds: [["&TrustServerCertificate=yes", certificate]],
    code: `from urllib.parse import quote_plus


class Settings:
    def url(self):
        password = quote_plus(self.PW)
        return (
            f"mssql+pyodbc://{self.USER}:{password}@"
            f"{self.SERVER}:{self.PORT}/{self.DB}"
            "?driver=ODBC+Driver+17+for+SQL+Server"
            "&TrustServerCertificate=yes"
            "&timeout=60"
        )
`,
  },
  {
    name: "odbc quoted for sqlalchemy",
    finds: [["TrustServerCertificate=yes", certificate]],
    code: `import urllib.parse
from sqlalchemy import create_engine

params = urllib.parse.quote_plus(
    "Driver={ODBC Driver 17 for SQL Server};"
    "Server=a\\\\SQLEXPRESS;"
    "Database=Hotel;"
    "TrustServerCertificate=yes;"
)
engine = create_engine("mssql+pyodbc:///?odbc_connect=%s" % params)
`,
  },
  {
    name: "odbc encrypt and trust in url",
    finds: [["TrustServerCertificate=yes", certificate]],
    code: `from sqlalchemy import create_engine

url = (
    "mssql+pyodbc://sa:x@db.example.net:1433/master?"
    "driver=ODBC+Driver+18+for+SQL+Server&Encrypt=yes&TrustServerCertificate=yes"
)
engine = create_engine(url)
`,
  },
  {
    name: "stdlib context process wide",
    finds: [["ssl._create_default_https_context = ssl._create_stdlib_context", wholeProcess]],
    code: `import ssl
ssl._create_default_https_context = ssl._create_stdlib_context

from pytube import YouTube

print(YouTube("https://example.org/v").title)
`,
  },
  {
    name: "adapter assert hostname",
    finds: [['kwargs["assert_hostname"] = False', host]],
    code: `from requests.adapters import HTTPAdapter


class HostNameIgnoringAdapter(HTTPAdapter):
    def init_poolmanager(self, *args, **kwargs):
        kwargs["assert_hostname"] = False
        super().init_poolmanager(*args, **kwargs)
`,
  },
  {
    name: "session in a dict of sessions",
    finds: [["self.sessions[host].verify = False", certificate]],
    code: `import requests


class Pool:
    def __init__(self):
        self.sessions = {}

    def get(self, host):
        if host not in self.sessions:
            self.sessions[host] = requests.Session()
            self.sessions[host].verify = False
        return self.sessions[host]
`,
  },
  {
    name: "method table",
    finds: [["verify=False", certificate]],
    code: `import requests

METHODS = {"GET": requests.get, "POST": requests.post}


def call(method, url, body=None):
    return METHODS[method](url, json=body, verify=False)
`,
  },
  {
    name: "func chosen",
    finds: [["verify=False", certificate]],
    code: `import requests


def call(url, data=None):
    func = requests.post if data else requests.get
    return func(url, data=data, verify=False)
`,
  },
  {
    name: "airflow hook",
    finds: [['extra_options={"verify": False}', certificate]],
    code: `from airflow.providers.http.hooks.http import HttpHook

hook = HttpHook(method="GET", http_conn_id="api")
response = hook.run("v1/items", extra_options={"verify": False})
`,
  },
  {
    name: "eventlet wrap",
    finds: [["eventlet.wrap_ssl(", version]],
    code: `import ssl
import eventlet
from eventlet import wsgi

wsgi.server(eventlet.wrap_ssl(eventlet.listen(("", 443)), certfile="a.crt", keyfile="a.key", server_side=True, ssl_version=ssl.PROTOCOL_TLSv1), app)
`,
  },
];
