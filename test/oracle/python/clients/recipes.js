/**
 * Programs that connect to `localhost`, port `PORT`, each with one weak option or default, by the client of the table that it is of.
 * `CA` is a file with the authority of the server's certificate where its name is what is asked about, and otherwise with another.
 * @typedef {object} Recipe
 * @property {string} client as its table is called
 * @property {string} module that is imported
 * @property {string} asks what the program leaves unasked
 * @property {"certificate" | "host"} disables
 * @property {"mysql" | "postgres" | "smtp"} [speaks] what the server says before TLS begins, and of mail behind it
 * @property {true} [isForPerson] what to write in its place the program does not tell
 * @property {string} code
 */

const https = `"https://localhost:%d/" % PORT`;

/** @type {readonly Recipe[]} */
export const recipes = [
  {
    client: "requests",
    module: "requests",
    asks: "verify=False",
    disables: "certificate",
    code: `import requests
requests.get(${https}, verify=False, timeout=5)
`,
  },
  {
    client: "httpx",
    module: "httpx",
    asks: "verify=False",
    disables: "certificate",
    code: `import httpx
httpx.get(${https}, verify=False, timeout=5)
`,
  },
  {
    client: "urllib3",
    module: "urllib3",
    asks: "cert_reqs",
    disables: "certificate",
    code: `import urllib3
urllib3.PoolManager(cert_reqs="CERT_NONE", retries=False, timeout=5).request("GET", ${https})
`,
  },
  {
    client: "urllib3",
    module: "urllib3",
    asks: "assert_hostname",
    disables: "host",
    code: `import urllib3
urllib3.PoolManager(ca_certs=CA, assert_hostname=False, retries=False, timeout=5).request("GET", ${https})
`,
  },
  {
    client: "aiohttp",
    module: "aiohttp",
    asks: "ssl=False",
    disables: "certificate",
    code: `import asyncio
import aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get(${https}, ssl=False) as response:
            await response.text()

asyncio.run(main())
`,
  },
  {
    client: "websocket-client",
    module: "websocket",
    asks: "sslopt, cert_reqs",
    disables: "certificate",
    code: `import ssl
import websocket
websocket.create_connection("wss://localhost:%d/" % PORT, timeout=5, sslopt={"cert_reqs": ssl.CERT_NONE})
`,
  },
  {
    client: "websocket-client",
    module: "websocket",
    asks: "sslopt, check_hostname",
    disables: "host",
    code: `import websocket
websocket.create_connection("wss://localhost:%d/" % PORT, timeout=5, sslopt={"ca_certs": CA, "check_hostname": False})
`,
  },
  {
    client: "redis",
    module: "redis",
    asks: "ssl_cert_reqs",
    disables: "certificate",
    code: `import redis
redis.Redis(host="localhost", port=PORT, ssl=True, ssl_cert_reqs=None, socket_timeout=5).ping()
`,
  },
  {
    client: "paho-mqtt",
    module: "paho.mqtt.client",
    asks: "tls_set, cert_reqs",
    disables: "certificate",
    code: `import ssl
import paho.mqtt.client as mqtt
client = mqtt.Client()
client.tls_set(cert_reqs=ssl.CERT_NONE)
client.connect("localhost", PORT, 5)
`,
  },
  {
    client: "paho-mqtt",
    module: "paho.mqtt.client",
    asks: "tls_insecure_set",
    disables: "host",
    code: `import paho.mqtt.client as mqtt
client = mqtt.Client()
client.tls_set(ca_certs=CA)
client.tls_insecure_set(True)
client.connect("localhost", PORT, 5)
`,
  },
  {
    client: "elasticsearch",
    module: "elasticsearch",
    asks: "verify_certs",
    disables: "certificate",
    code: `from elasticsearch import Elasticsearch
Elasticsearch(["https://localhost:%d" % PORT], verify_certs=False, max_retries=0).info()
`,
  },
  {
    client: "pymongo",
    module: "pymongo",
    asks: "tlsAllowInvalidCertificates",
    disables: "certificate",
    code: `from pymongo import MongoClient
MongoClient("localhost", PORT, tls=True, tlsAllowInvalidCertificates=True, serverSelectionTimeoutMS=3000).server_info()
`,
  },
  {
    client: "botocore",
    module: "botocore",
    asks: "verify=False",
    disables: "certificate",
    code: `import botocore.session
session = botocore.session.Session()
session.set_credentials("key", "secret")
client = session.create_client("s3", region_name="eu-west-1", endpoint_url=${https}, verify=False)
client.list_buckets()
`,
  },
  {
    client: "httplib2",
    module: "httplib2",
    asks: "disable_ssl_certificate_validation",
    disables: "certificate",
    code: `import httplib2
httplib2.Http(disable_ssl_certificate_validation=True, timeout=5).request(${https})
`,
  },
  {
    client: "python-gitlab",
    module: "gitlab",
    asks: "ssl_verify",
    disables: "certificate",
    code: `import gitlab
gitlab.Gitlab(${https}, private_token="t", ssl_verify=False, timeout=5).auth()
`,
  },
  {
    client: "tornado",
    module: "tornado",
    asks: "validate_cert",
    disables: "certificate",
    code: `import asyncio
from tornado.httpclient import AsyncHTTPClient

async def main():
    await AsyncHTTPClient().fetch(${https}, validate_cert=False)

asyncio.run(main())
`,
  },
  {
    client: "ldap3",
    module: "ldap3",
    asks: "Tls() without validate",
    disables: "certificate",
    code: `import ssl
from ldap3 import NONE, Connection, Server, Tls
server = Server("localhost", port=PORT, use_ssl=True, tls=Tls(), get_info=NONE, connect_timeout=5)
Connection(server, receive_timeout=5).bind()
`,
  },
  {
    client: "PyMySQL",
    module: "pymysql",
    speaks: "mysql",
    asks: "ssl_ca without ssl_verify_cert",
    disables: "certificate",
    code: `import pymysql
pymysql.connect(host="localhost", port=PORT, user="u", password="p", ssl_ca=CA, connect_timeout=5, read_timeout=5)
`,
  },
  {
    client: "PyMySQL",
    module: "pymysql",
    speaks: "mysql",
    asks: "ssl, verify_mode",
    disables: "certificate",
    code: `import pymysql
pymysql.connect(host="localhost", port=PORT, user="u", password="p", ssl={"verify_mode": "none"}, connect_timeout=5, read_timeout=5)
`,
  },
  {
    client: "influxdb",
    module: "influxdb",
    asks: "ssl=True without verify_ssl",
    disables: "certificate",
    code: `from influxdb import InfluxDBClient
InfluxDBClient("localhost", PORT, ssl=True, retries=1, timeout=5).ping()
`,
  },
  {
    client: "proxmoxer",
    module: "proxmoxer",
    asks: "verify_ssl",
    disables: "certificate",
    code: `from proxmoxer import ProxmoxAPI
ProxmoxAPI("localhost", port=PORT, user="u@pam", password="p", backend="https", verify_ssl=False)
`,
  },
  {
    client: "kombu",
    module: "kombu",
    asks: "ssl, cert_reqs",
    disables: "certificate",
    code: `import ssl
import kombu
kombu.Connection("amqp://localhost:%d" % PORT, ssl={"cert_reqs": ssl.CERT_NONE}, connect_timeout=5).connect()
`,
  },
  {
    client: "Celery",
    module: "celery",
    asks: "broker_use_ssl, cert_reqs",
    disables: "certificate",
    code: `import ssl
from celery import Celery
app = Celery("x", broker="amqp://localhost:%d" % PORT, broker_use_ssl={"cert_reqs": ssl.CERT_NONE})
app.connection(connect_timeout=5).connect()
`,
  },
  {
    client: "pycurl",
    module: "pycurl",
    asks: "SSL_VERIFYPEER",
    disables: "certificate",
    code: `import pycurl
curl = pycurl.Curl()
curl.setopt(pycurl.URL, ${https})
curl.setopt(pycurl.SSL_VERIFYPEER, 0)
curl.perform()
`,
  },
  {
    client: "pycurl",
    module: "pycurl",
    asks: "SSL_VERIFYHOST",
    disables: "host",
    code: `import pycurl
curl = pycurl.Curl()
curl.setopt(pycurl.URL, ${https})
curl.setopt(pycurl.CAINFO, CA)
curl.setopt(pycurl.SSL_VERIFYHOST, 0)
curl.perform()
`,
  },
  {
    client: "python-ldap",
    module: "ldap",
    asks: "OPT_X_TLS_NEVER",
    disables: "certificate",
    code: `import ldap
ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)
directory = ldap.initialize("ldaps://localhost:%d" % PORT)
directory.set_option(ldap.OPT_NETWORK_TIMEOUT, 5)
directory.set_option(ldap.OPT_TIMEOUT, 5)
directory.simple_bind_s("", "")
`,
  },
  {
    client: "python-ldap",
    module: "ldap",
    asks: "OPT_X_TLS_ALLOW",
    disables: "certificate",
    code: `import ldap
ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_ALLOW)
directory = ldap.initialize("ldaps://localhost:%d" % PORT)
directory.set_option(ldap.OPT_NETWORK_TIMEOUT, 5)
directory.set_option(ldap.OPT_TIMEOUT, 5)
directory.simple_bind_s("", "")
`,
  },
  {
    client: "confluent-kafka",
    module: "confluent_kafka",
    asks: "enable.ssl.certificate.verification",
    disables: "certificate",
    code: `from confluent_kafka import Producer
producer = Producer({
    "bootstrap.servers": "localhost:%d" % PORT,
    "security.protocol": "ssl",
    "enable.ssl.certificate.verification": False,
})
producer.list_topics(timeout=3)
`,
  },
  {
    client: "confluent-kafka",
    module: "confluent_kafka",
    asks: "ssl.endpoint.identification.algorithm",
    disables: "host",
    code: `from confluent_kafka import Producer
producer = Producer({
    "bootstrap.servers": "localhost:%d" % PORT,
    "security.protocol": "ssl",
    "ssl.ca.location": CA,
    "ssl.endpoint.identification.algorithm": "none",
})
producer.list_topics(timeout=3)
`,
  },
  {
    client: "cassandra-driver",
    module: "cassandra.cluster",
    asks: "ssl_options, cert_reqs",
    disables: "certificate",
    code: `import ssl
from cassandra.cluster import Cluster
options = {"ca_certs": CA, "cert_reqs": ssl.CERT_NONE}
Cluster(["127.0.0.1"], port=PORT, connect_timeout=3, ssl_options=options).connect()
`,
  },
  {
    client: "hvac",
    module: "hvac",
    asks: "verify=False",
    disables: "certificate",
    code: `import hvac
hvac.Client(url="https://localhost:%d" % PORT, verify=False).sys.read_health_status(method="GET")
`,
  },
  {
    client: "python-consul",
    module: "consul",
    asks: "verify=False",
    disables: "certificate",
    code: `import consul
consul.Consul(host="localhost", port=PORT, scheme="https", verify=False).kv.get("a")
`,
  },
  {
    client: "jira",
    module: "jira",
    asks: "options, verify",
    disables: "certificate",
    code: `from jira import JIRA
JIRA("https://localhost:%d" % PORT, options={"verify": False}, max_retries=0, timeout=5)
`,
  },
  {
    client: "pyvmomi",
    module: "pyVim.connect",
    asks: "SmartConnectNoSSL",
    disables: "certificate",
    code: `from pyVim import connect
connect.SmartConnectNoSSL(host="LOCALHOST", port=PORT)
`,
  },
  {
    client: "kombu",
    module: "kombu",
    asks: "rediss:// alone",
    disables: "certificate",
    code: `import kombu
kombu.Connection("rediss://localhost:%d/0" % PORT, connect_timeout=5).default_channel.client.ping()
`,
  },
  {
    client: "Celery",
    module: "celery",
    asks: "broker, rediss:// alone",
    disables: "certificate",
    code: `from celery import Celery
app = Celery("x", broker="rediss://localhost:%d/0" % PORT)
app.connection(connect_timeout=5).default_channel.client.ping()
`,
  },
  {
    client: "requests-oauthlib",
    module: "requests_oauthlib",
    asks: "verify=False",
    disables: "certificate",
    code: `from requests_oauthlib import OAuth2Session
OAuth2Session("id").get("https://localhost:%d/" % PORT, verify=False, withhold_token=True, timeout=5)
`,
  },
  {
    client: "neo4j",
    module: "neo4j",
    asks: "neo4j+ssc",
    disables: "certificate",
    code: `from neo4j import GraphDatabase
GraphDatabase.driver("bolt+ssc://localhost:%d" % PORT, auth=("a", "b"), connection_timeout=5).verify_connectivity()
`,
  },
  {
    client: "clickhouse-driver",
    module: "clickhouse_driver",
    asks: "verify=False",
    disables: "certificate",
    isForPerson: true,
    code: `from clickhouse_driver import Client
Client("localhost", port=PORT, secure=True, verify=False, connect_timeout=5, send_receive_timeout=5).execute("SELECT 1")
`,
  },
  {
    client: "aiosmtplib",
    module: "aiosmtplib",
    speaks: "smtp",
    asks: "validate_certs",
    disables: "certificate",
    code: `import asyncio
import aiosmtplib

async def main():
    smtp = aiosmtplib.SMTP(hostname="localhost", port=PORT, use_tls=True, validate_certs=False, timeout=5)
    await smtp.connect()
    await smtp.ehlo()

asyncio.run(main())
`,
  },
  {
    client: "PyGithub",
    module: "github",
    asks: "verify=False",
    disables: "certificate",
    code: `from github import Github
Github(base_url="https://localhost:%d" % PORT, login_or_token="t", verify=False, timeout=5, retry=0).get_user().login
`,
  },
  {
    client: "pywinrm",
    module: "winrm",
    asks: "server_cert_validation",
    disables: "certificate",
    code: `import winrm
winrm.Session("https://localhost:%d/wsman" % PORT, auth=("u", "p"), transport="ssl", server_cert_validation="ignore").run_cmd("x")
`,
  },
  {
    client: "keystoneauth",
    module: "keystoneauth1",
    asks: "verify=False",
    disables: "certificate",
    code: `from keystoneauth1 import session
session.Session(verify=False, timeout=5).get("https://localhost:%d/" % PORT, authenticated=False)
`,
  },
  {
    client: "exchangelib",
    module: "exchangelib",
    asks: "NoVerifyHTTPAdapter",
    disables: "certificate",
    isForPerson: true,
    code: `import requests
from exchangelib.protocol import BaseProtocol, NoVerifyHTTPAdapter
BaseProtocol.HTTP_ADAPTER_CLS = NoVerifyHTTPAdapter
session = requests.Session()
session.mount("https://", BaseProtocol.HTTP_ADAPTER_CLS())
session.get("https://localhost:%d/" % PORT, timeout=5)
`,
  },
  {
    client: "motor",
    module: "motor.motor_asyncio",
    asks: "tlsAllowInvalidCertificates",
    disables: "certificate",
    code: `import asyncio
import motor.motor_asyncio

async def main():
    client = motor.motor_asyncio.AsyncIOMotorClient(
        "localhost", PORT, tls=True, tlsAllowInvalidCertificates=True, serverSelectionTimeoutMS=3000
    )
    await client.server_info()

asyncio.run(main())
`,
  },
  {
    client: "PyMySQL",
    module: "pymysql",
    speaks: "mysql",
    asks: "ssl without an authority",
    disables: "certificate",
    isForPerson: true,
    code: `import pymysql
pymysql.connect(host="localhost", port=PORT, user="u", password="p", ssl={"fake_flag_to_enable_tls": True}, connect_timeout=5, read_timeout=5)
`,
  },
  {
    client: "docker",
    module: "docker",
    asks: "verify=False",
    disables: "certificate",
    code: `import docker
tls = docker.tls.TLSConfig(verify=False)
docker.DockerClient(base_url="https://localhost:%d" % PORT, tls=tls, version="1.41", timeout=5).ping()
`,
  },
  {
    client: "kubernetes",
    module: "kubernetes",
    asks: "verify_ssl",
    disables: "certificate",
    code: `from kubernetes import client
configuration = client.Configuration()
configuration.host = "https://localhost:%d" % PORT
configuration.verify_ssl = False
configuration.retries = False
client.VersionApi(client.ApiClient(configuration)).get_code(_request_timeout=5)
`,
  },
  {
    client: "boto3",
    module: "boto3",
    asks: "verify=False",
    disables: "certificate",
    code: `import boto3
s3 = boto3.client("s3", region_name="eu-west-1", aws_access_key_id="k", aws_secret_access_key="s",
                  endpoint_url="https://localhost:%d" % PORT, verify=False)
s3.list_buckets()
`,
  },
  {
    client: "kafka-python",
    module: "kafka",
    asks: "ssl_check_hostname",
    disables: "host",
    code: `from kafka import KafkaProducer
KafkaProducer(bootstrap_servers=["localhost:%d" % PORT], security_protocol="SSL", ssl_cafile=CA, ssl_check_hostname=False,
              api_version_auto_timeout_ms=3000)
`,
  },
  {
    client: "asyncpg",
    module: "asyncpg",
    speaks: "postgres",
    asks: "ssl=require",
    disables: "certificate",
    code: `import asyncio
import asyncpg

asyncio.run(asyncpg.connect(host="localhost", port=PORT, user="u", password="p", database="d", ssl="require", timeout=5))
`,
  },
  {
    client: "psycopg2",
    module: "psycopg2",
    speaks: "postgres",
    asks: "sslmode=require",
    disables: "certificate",
    code: `import psycopg2
psycopg2.connect(host="localhost", port=PORT, user="u", password="p", dbname="d", sslmode="require", connect_timeout=5)
`,
  },
  {
    client: "psycopg",
    module: "psycopg",
    speaks: "postgres",
    asks: "sslmode=require in words",
    disables: "certificate",
    code: `import psycopg
psycopg.connect("host=localhost port=%d user=u password=p dbname=d sslmode=require connect_timeout=5" % PORT)
`,
  },
  {
    client: "peewee",
    module: "peewee",
    speaks: "postgres",
    asks: "sslmode=require",
    disables: "certificate",
    code: `from peewee import PostgresqlDatabase
PostgresqlDatabase("d", user="u", password="p", host="localhost", port=PORT, sslmode="require", connect_timeout=5).connect()
`,
  },
  {
    client: "stomp.py",
    module: "stomp",
    asks: "set_ssl without ca_certs",
    disables: "certificate",
    isForPerson: true,
    code: `import stomp
connection = stomp.Connection([("localhost", PORT)], reconnect_attempts_max=1, timeout=5)
connection.set_ssl([("localhost", PORT)])
connection.connect("u", "p", wait=False)
`,
  },
];
