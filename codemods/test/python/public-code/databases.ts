import { certificate, host, unasked, version } from "./rule-names.js";
import type { Site } from "./site.js";

/** Databases, caches, queues of tasks, and what frameworks are told of them. */
export const databaseSites: readonly Site[] = [
  {
    name: "psycopg2 with require",
    finds: [['sslmode="require"', certificate]],
    code: `import os
import psycopg2

conn = psycopg2.connect(os.environ["DATABASE_URL"], sslmode="require")
cur = conn.cursor()
`,
  },
  {
    name: "psycopg2's words",
    finds: [["sslmode=require", certificate]],
    code: `import psycopg2

conn = psycopg2.connect("host=db.example.org dbname=app user=app password=secret sslmode=require")
`,
  },
  {
    name: "an address for SQLAlchemy",
    finds: [["sslmode=require", certificate]],
    code: `from sqlalchemy import create_engine

engine = create_engine("postgresql+psycopg2://app:secret@db.example.org:5432/app?sslmode=require", pool_pre_ping=True)
`,
  },
  {
    name: "arguments of a connection of SQLAlchemy",
    finds: [['"sslmode"', certificate]],
    code: `import os
from sqlalchemy import create_engine

engine = create_engine(
    os.environ["DATABASE_URL"],
    connect_args={"sslmode": "require", "connect_timeout": 10},
)
`,
  },
  {
    name: "MySQL by SQLAlchemy",
    finds: [['"check_hostname"', host]],
    code: `from sqlalchemy import create_engine

engine = create_engine(
    "mysql+pymysql://app:secret@db.example.org/app",
    connect_args={"ssl": {"ca": "/etc/ssl/rds.pem", "check_hostname": False}},
)
`,
  },
  {
    name: "Django's databases",
    finds: [['"sslmode": "require"', certificate]],
    path: "mysite/settings.py",
    code: `import os

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "app",
        "HOST": os.environ["DB_HOST"],
        "OPTIONS": {"sslmode": "require"},
    }
}
`,
  },
  {
    name: "Django's databases from an address",
    finds: [["ssl_require=True", certificate]],
    path: "mysite/settings.py",
    code: `import dj_database_url

DATABASES = {"default": dj_database_url.config(conn_max_age=600, ssl_require=True)}
`,
  },
  {
    name: "MongoDB",
    finds: [["tlsAllowInvalidCertificates=True", certificate]],
    code: `from pymongo import MongoClient

client = MongoClient("mongodb://db1.example.org:27017", tls=True, tlsAllowInvalidCertificates=True)
print(client.list_database_names())
`,
  },
  {
    name: "MongoDB of pymongo 3",
    finds: [["ssl_cert_reqs=ssl.CERT_NONE", certificate]],
    code: `import ssl
from pymongo import MongoClient

client = MongoClient("cluster0.example.mongodb.net", ssl=True, ssl_cert_reqs=ssl.CERT_NONE)
`,
  },
  {
    name: "MongoDB by its address",
    finds: [["tlsInsecure=true", certificate]],
    code: `import pymongo

MONGO_URI = "mongodb://app:secret@docdb.example.org:27017/?tls=true&tlsInsecure=true&retryWrites=false"
db = pymongo.MongoClient(MONGO_URI).app
`,
  },
  {
    name: "MongoDB of Motor",
    finds: [["tlsAllowInvalidCertificates=True", certificate]],
    code: `import motor.motor_asyncio

client = motor.motor_asyncio.AsyncIOMotorClient(
    "mongodb+srv://app:secret@cluster0.example.net", tls=True, tlsAllowInvalidCertificates=True
)
`,
  },
  {
    name: "MongoDB of MongoEngine",
    finds: [["tlsAllowInvalidCertificates=True", certificate]],
    code: `import mongoengine

mongoengine.connect("app", host="mongodb://db.example.org", tls=True, tlsAllowInvalidCertificates=True)
`,
  },
  {
    name: "Redis",
    finds: [["ssl_cert_reqs=None", certificate]],
    code: `import redis

r = redis.StrictRedis(host="cache.example.org", port=6380, password="secret", ssl=True, ssl_cert_reqs=None)
`,
  },
  {
    name: "Redis as a hoster's page has it",
    finds: [["ssl_cert_reqs=None", certificate]],
    code: `import os
import redis

url = os.environ.get("REDIS_URL")
conn = redis.from_url(url, ssl_cert_reqs=None)
`,
  },
  {
    name: "Redis by its address",
    finds: [["ssl_cert_reqs=none", certificate]],
    code: `import redis.asyncio as redis

REDIS_URL = "rediss://:secret@cache.example.org:6380/0?ssl_cert_reqs=none"


async def get():
    return redis.from_url(REDIS_URL)
`,
  },
  {
    name: "Redis behind Django's cache",
    finds: [['"ssl_cert_reqs"', certificate]],
    path: "mysite/settings.py",
    code: `import os

CACHES = {
    "default": {
        "BACKEND": "django_redis.cache.RedisCache",
        "LOCATION": os.environ.get("REDIS_TLS_URL"),
        "OPTIONS": {
            "CLIENT_CLASS": "django_redis.client.DefaultClient",
            "CONNECTION_POOL_KWARGS": {"ssl_cert_reqs": None},
        },
    }
}
`,
  },
  {
    name: "Redis behind Django's channels",
    finds: [['"ssl_cert_reqs"', certificate]],
    path: "mysite/settings.py",
    code: `import os

CHANNEL_LAYERS = {
    "default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [{"address": os.environ["REDIS_URL"], "ssl_cert_reqs": None}]},
    },
}
`,
  },
  {
    name: "a pool of Redis",
    finds: [["ssl_cert_reqs=None", certificate]],
    code: `import redis
from redis.connection import SSLConnection

pool = redis.ConnectionPool(connection_class=SSLConnection, host="cache", port=6380, ssl_cert_reqs=None)
r = redis.Redis(connection_pool=pool)
`,
  },
  {
    name: "Celery's settings on its application",
    finds: [['"ssl_cert_reqs"', certificate]],
    code: `import ssl
from celery import Celery

app = Celery("tasks", broker="rediss://:secret@cache.example.org:6380/0")
app.conf.broker_use_ssl = {"ssl_cert_reqs": ssl.CERT_NONE}
`,
  },
  {
    name: "Celery's settings at its making",
    finds: [
      ["broker_use_ssl={", certificate],
      ["redis_backend_use_ssl={", certificate],
    ],
    code: `import os
import ssl
from celery import Celery

app = Celery(
    "proj",
    broker=os.environ["REDIS_URL"],
    backend=os.environ["REDIS_URL"],
    broker_use_ssl={"ssl_cert_reqs": ssl.CERT_NONE},
    redis_backend_use_ssl={"ssl_cert_reqs": ssl.CERT_NONE},
)
`,
  },
  {
    name: "Celery's settings in Django's",
    finds: [['"ssl_cert_reqs"', certificate]],
    path: "mysite/settings.py",
    code: `import ssl

CELERY_BROKER_URL = "rediss://cache.example.org:6380/0"
CELERY_BROKER_USE_SSL = {
    "ssl_cert_reqs": ssl.CERT_NONE,
}
`,
  },
  {
    name: "Celery's broker by its address",
    finds: [["ssl_cert_reqs=CERT_NONE", certificate]],
    code: `from celery import Celery

app = Celery("tasks", broker="rediss://:secret@cache.example.org:6380/0?ssl_cert_reqs=CERT_NONE")
`,
  },
  {
    name: "kombu with an address alone",
    finds: [["rediss://", unasked]],
    code: `from kombu import Connection

with Connection("rediss://:secret@cache.example.org:6380/0") as conn:
    queue = conn.SimpleQueue("jobs")
`,
  },
  {
    name: "Elasticsearch",
    finds: [["verify_certs=False", certificate]],
    code: `from elasticsearch import Elasticsearch

es = Elasticsearch(
    ["https://es.example.org:9200"],
    http_auth=("elastic", "secret"),
    use_ssl=True,
    verify_certs=False,
    ssl_show_warn=False,
)
`,
  },
  {
    name: "Elasticsearch with a context of its own",
    finds: [["context.verify_mode", certificate]],
    code: `import ssl
from elasticsearch import Elasticsearch
from elasticsearch.connection import create_ssl_context

context = create_ssl_context(cafile="/etc/es/ca.pem")
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
es = Elasticsearch(["es.example.org"], scheme="https", port=9200, ssl_context=context)
`,
  },
  {
    name: "Elasticsearch of its language of queries",
    finds: [["verify_certs=False", certificate]],
    code: `from elasticsearch_dsl import connections

connections.create_connection(hosts=["https://es:9200"], timeout=20, verify_certs=False)
`,
  },
  {
    name: "OpenSearch",
    finds: [["verify_certs=False", certificate]],
    code: `from opensearchpy import OpenSearch, RequestsHttpConnection

client = OpenSearch(
    hosts=[{"host": "search.example.org", "port": 443}],
    use_ssl=True,
    verify_certs=False,
    ssl_assert_hostname=False,
    connection_class=RequestsHttpConnection,
)
`,
  },
  {
    name: "PyMySQL with a dictionary that names no authority",
    finds: [["pymysql.connect(", unasked]],
    code: `import pymysql

conn = pymysql.connect(
    host="gateway01.example.cloud", port=4000, user="app", password="secret", ssl={"fake_flag_to_enable_tls": True}
)
`,
  },
  {
    name: "MySQL Connector",
    finds: [["ssl_verify_cert=False", certificate]],
    code: `import mysql.connector

cnx = mysql.connector.connect(user="app", password="s", host="db.example.org", ssl_ca="ca.pem", ssl_verify_cert=False)
`,
  },
  {
    name: "asyncpg",
    finds: [['ssl="require"', certificate]],
    code: `import asyncpg


async def pool(dsn):
    return await asyncpg.create_pool(dsn, min_size=1, max_size=5, ssl="require")
`,
  },
  {
    name: "asyncpg by SQLAlchemy's address",
    finds: [["ssl=require", certificate]],
    code: `from sqlalchemy.ext.asyncio import create_async_engine

engine = create_async_engine("postgresql+asyncpg://app:secret@db.example.org/app?ssl=require", echo=False)
`,
  },
  {
    name: "Cassandra",
    finds: [['"ssl_version"', version]],
    code: `import ssl
from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import Cluster

ssl_opts = {
    "ca_certs": "/etc/cassandra/ca.crt",
    "ssl_version": ssl.PROTOCOL_TLSv1,
    "cert_reqs": ssl.CERT_REQUIRED,
}
cluster = Cluster(["10.0.0.1"], port=9142, ssl_options=ssl_opts)
`,
  },
  {
    name: "Neo4j by its address",
    finds: [["neo4j+ssc://", certificate]],
    code: `from neo4j import GraphDatabase

driver = GraphDatabase.driver("neo4j+ssc://graph.example.org:7687", auth=("neo4j", "secret"))
`,
  },
  {
    name: "Neo4j 4 with everything trusted",
    finds: [["trust=TRUST_ALL_CERTIFICATES", certificate]],
    code: `from neo4j import TRUST_ALL_CERTIFICATES, GraphDatabase

driver = GraphDatabase.driver("bolt://graph:7687", auth=("a", "b"), encrypted=True, trust=TRUST_ALL_CERTIFICATES)
`,
  },
  {
    name: "InfluxDB",
    finds: [["verify_ssl=False", certificate]],
    code: `from influxdb import InfluxDBClient

client = InfluxDBClient(host="metrics.example.org", port=8086, username="u", password="p", ssl=True, verify_ssl=False)
`,
  },
  {
    name: "InfluxDB 2",
    finds: [["verify_ssl=False", certificate]],
    code: `import influxdb_client

client = influxdb_client.InfluxDBClient(url="https://metrics.example.org:8086", token="t", org="o", verify_ssl=False)
`,
  },
  {
    name: "ClickHouse",
    finds: [["verify=False", certificate]],
    code: `from clickhouse_driver import Client

client = Client("clickhouse.example.org", port=9440, secure=True, verify=False, user="default", password="secret")
`,
  },
  {
    name: "SQL Server by ODBC",
    finds: [["TrustServerCertificate=yes", certificate]],
    code: `import pyodbc

conn = pyodbc.connect(
    "DRIVER={ODBC Driver 18 for SQL Server};SERVER=sql.example.org;DATABASE=app;"
    "UID=app;PWD=secret;Encrypt=yes;TrustServerCertificate=yes"
)
`,
  },
  {
    name: "Peewee",
    finds: [["sslmode=", certificate]],
    code: `from peewee import PostgresqlDatabase

db = PostgresqlDatabase("app", user="app", password="secret", host="db.example.org", sslmode="require")
`,
  },
];
