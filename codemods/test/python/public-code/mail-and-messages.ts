import { certificate, host, unasked, version } from "./rule-names.js";
import type { Site } from "./site.js";

/** Mail, files, directories, MQTT, AMQP and Kafka. */
export const mailAndMessageSites: readonly Site[] = [
  {
    name: "STARTTLS in a function that sends mail",
    finds: [["server.starttls()", unasked]],
    code: `import smtplib
from email.mime.text import MIMEText


def notify(subject, body, to):
    msg = MIMEText(body)
    msg["Subject"] = subject
    server = smtplib.SMTP("smtp.gmail.com", 587)
    server.ehlo()
    server.starttls()
    server.login("bot@example.org", "secret")
    server.sendmail("bot@example.org", [to], msg.as_string())
    server.quit()
`,
  },
  {
    name: "SMTP over TLS",
    finds: [["smtplib.SMTP_SSL(", unasked]],
    code: `import os
import smtplib
from email.message import EmailMessage

message = EmailMessage()
message.set_content("done")
with smtplib.SMTP_SSL(os.environ["SMTP_HOST"], 465) as smtp:
    smtp.login(os.environ["SMTP_USER"], os.environ["SMTP_PASSWORD"])
    smtp.send_message(message)
`,
  },
  {
    name: "STARTTLS of a server kept by a class",
    finds: [["self.smtp.starttls()", unasked]],
    code: `import smtplib


class Mailer:
    def __init__(self, host, port=587):
        self.smtp = smtplib.SMTP(host, port)
        self.smtp.starttls()
`,
  },
  {
    name: "STARTTLS in a with statement",
    finds: [["s.starttls()", unasked]],
    code: `from smtplib import SMTP

with SMTP("mail.example.org", 587) as s:
    s.starttls()
    s.login("a", "b")
`,
  },
  {
    name: "IMAP",
    finds: [["imaplib.IMAP4_SSL(", unasked]],
    code: `import email
import imaplib

mail = imaplib.IMAP4_SSL("imap.gmail.com")
mail.login("me@example.org", "secret")
mail.select("inbox")
`,
  },
  {
    name: "POP",
    finds: [["poplib.POP3_SSL(", unasked]],
    code: `import poplib

box = poplib.POP3_SSL("pop.example.org", 995)
box.user("me")
box.pass_("secret")
print len(box.list()[1])
`,
  },
  {
    name: "FTP",
    finds: [["FTP_TLS(", unasked]],
    code: `from ftplib import FTP_TLS

ftps = FTP_TLS("ftp.example.org")
ftps.login("user", "secret")
ftps.prot_p()
ftps.retrlines("LIST")
`,
  },
  {
    name: "STARTTLS with a context that verifies nothing",
    finds: [["context.verify_mode", certificate]],
    code: `import smtplib
import ssl

context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
with smtplib.SMTP("relay.internal", 25) as smtp:
    smtp.starttls(context=context)
`,
  },
  {
    name: "if the settings ask for TLS",
    finds: [["starttls()", unasked]],
    isChoice: true,
    code: `import smtplib


def connect(config):
    smtp = smtplib.SMTP(config.host, config.port)
    if config.use_tls:
        smtp.starttls()
    return smtp
`,
  },
  {
    name: "the directory's library as a whole",
    finds: [["ldap.set_option(", certificate]],
    code: `import ldap

ldap.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_NEVER)
conn = ldap.initialize("ldaps://dc1.corp.example.org:636")
conn.simple_bind_s("svc", "secret")
`,
  },
  {
    name: "one connection to a directory",
    finds: [["conn.set_option(ldap.OPT_X_TLS_REQUIRE_CERT", certificate]],
    code: `import ldap


def bind(uri, dn, password):
    conn = ldap.initialize(uri)
    conn.protocol_version = ldap.VERSION3
    conn.set_option(ldap.OPT_REFERRALS, 0)
    conn.set_option(ldap.OPT_X_TLS_REQUIRE_CERT, ldap.OPT_X_TLS_ALLOW)
    conn.set_option(ldap.OPT_X_TLS_NEWCTX, 0)
    conn.start_tls_s()
    conn.simple_bind_s(dn, password)
    return conn
`,
  },
  {
    name: "django-auth-ldap",
    finds: [["ldap.OPT_X_TLS_NEVER", certificate]],
    path: "project/settings.py",
    code: `import ldap

AUTH_LDAP_SERVER_URI = "ldaps://dc.corp.example.org"
AUTH_LDAP_GLOBAL_OPTIONS = {
    ldap.OPT_X_TLS_REQUIRE_CERT: ldap.OPT_X_TLS_NEVER,
    ldap.OPT_REFERRALS: 0,
}
`,
  },
  {
    name: "ldap3 that is told to verify nothing",
    finds: [
      ["validate=ssl.CERT_NONE", certificate],
      ["version=ssl.PROTOCOL_TLSv1", version],
    ],
    code: `import ssl
from ldap3 import Connection, Server, Tls

tls = Tls(validate=ssl.CERT_NONE, version=ssl.PROTOCOL_TLSv1)
server = Server("ad.corp.example.org", use_ssl=True, tls=tls)
conn = Connection(server, user="corp\\\\svc", password="secret", auto_bind=True)
`,
  },
  {
    name: "ldap3 that is told nothing",
    finds: [["use_ssl=True", unasked]],
    code: `from ldap3 import ALL, Connection, Server

server = Server("ldap.example.org", port=636, use_ssl=True, get_info=ALL)
conn = Connection(server, "uid=svc,dc=example", "secret", auto_bind=True)
`,
  },
  {
    name: "MQTT without verification",
    finds: [["cert_reqs=ssl.CERT_NONE", certificate]],
    code: `import ssl
import paho.mqtt.client as mqtt

client = mqtt.Client(client_id="gateway")
client.tls_set(ca_certs=None, certfile=None, keyfile=None, cert_reqs=ssl.CERT_NONE, tls_version=ssl.PROTOCOL_TLSv1_2)
client.tls_insecure_set(True)
client.connect("broker.example.org", 8883, 60)
`,
  },
  {
    name: "MQTT with TLS 1.0 and no host's name",
    finds: [
      ["tls_version=ssl.PROTOCOL_TLSv1)", version],
      ["tls_insecure_set(True)", host],
    ],
    code: `import ssl

from paho.mqtt.client import Client


class Bridge:
    def __init__(self, ca):
        self._mqtt = Client()
        self._mqtt.tls_set(ca, tls_version=ssl.PROTOCOL_TLSv1)
        self._mqtt.tls_insecure_set(True)
`,
  },
  {
    name: "one message by MQTT",
    finds: [['"insecure": True', host]],
    code: `import paho.mqtt.publish as publish

publish.single(
    "house/door", "open", hostname="broker.example.org", port=8883,
    tls={"ca_certs": "/etc/mosquitto/ca.crt", "insecure": True},
)
`,
  },
  {
    name: "MQTT with a context",
    finds: [["context.verify_mode", certificate]],
    code: `import ssl
import paho.mqtt.client as paho

client = paho.Client()
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
client.tls_set_context(context)
client.connect("mqtt.example.org", 8883)
`,
  },
  {
    name: "mail of aiosmtplib",
    finds: [["validate_certs=False", certificate]],
    code: `import aiosmtplib


async def send(message):
    await aiosmtplib.send(message, hostname="mail.internal", port=587, start_tls=True, validate_certs=False)
`,
  },
  {
    name: "Exchange",
    finds: [["BaseProtocol.HTTP_ADAPTER_CLS", certificate]],
    code: `from exchangelib import Account, Credentials
from exchangelib.protocol import BaseProtocol, NoVerifyHTTPAdapter

BaseProtocol.HTTP_ADAPTER_CLS = NoVerifyHTTPAdapter
account = Account("me@example.org", credentials=Credentials("u", "p"), autodiscover=True)
`,
  },
  {
    name: "AMQP of pika before 1.0",
    finds: [["cert_reqs=ssl.CERT_NONE", certificate]],
    code: `import ssl
import pika

params = pika.ConnectionParameters(
    host="rabbit.example.org",
    port=5671,
    ssl=True,
    ssl_options=dict(cert_reqs=ssl.CERT_NONE, ssl_version=ssl.PROTOCOL_TLSv1),
)
connection = pika.BlockingConnection(params)
`,
  },
  {
    name: "AMQP of pika with a context",
    finds: [["ssl.SSLContext(", certificate]],
    code: `import ssl
import pika

ssl_context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
ssl_context.set_ciphers("ECDHE+AESGCM:!ECDSA")
url = "amqps://user:secret@b-1.mq.eu-west-1.amazonaws.com:5671"
parameters = pika.URLParameters(url)
parameters.ssl_options = pika.SSLOptions(context=ssl_context)
connection = pika.BlockingConnection(parameters)
`,
  },
  {
    name: "STOMP",
    finds: [["conn.set_ssl(", unasked]],
    code: `import ssl
import stomp

conn = stomp.Connection(host_and_ports=[("mq.example.org", 61614)])
conn.set_ssl(for_hosts=[("mq.example.org", 61614)], ssl_version=ssl.PROTOCOL_TLSv1)
conn.connect("u", "p", wait=True)
`,
  },
  {
    name: "Kafka without the host's name",
    finds: [["ssl_check_hostname=False", host]],
    code: `import json
from kafka import KafkaProducer

producer = KafkaProducer(
    bootstrap_servers=["kafka-1:9093"],
    security_protocol="SSL",
    ssl_cafile="ca.pem",
    ssl_check_hostname=False,
    value_serializer=lambda v: json.dumps(v).encode("utf-8"),
)
`,
  },
  {
    name: "Kafka with a context",
    finds: [["context.verify_mode", certificate]],
    code: `import ssl
from kafka import KafkaConsumer

context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE
consumer = KafkaConsumer("orders", bootstrap_servers="k:9094", security_protocol="SASL_SSL", ssl_context=context)
`,
  },
  {
    name: "aiokafka",
    finds: [["context.check_hostname", host]],
    code: `from aiokafka import AIOKafkaProducer
from aiokafka.helpers import create_ssl_context

context = create_ssl_context(cafile="ca.pem")
context.check_hostname = False
producer = AIOKafkaProducer(bootstrap_servers="k:9093", security_protocol="SSL", ssl_context=context)
`,
  },
  {
    name: "Kafka of librdkafka",
    finds: [['"enable.ssl.certificate.verification"', certificate]],
    code: `from confluent_kafka import Consumer

conf = {
    "bootstrap.servers": "kafka:9093",
    "group.id": "reader",
    "security.protocol": "SSL",
    "enable.ssl.certificate.verification": "false",
}
consumer = Consumer(conf)
consumer.subscribe(["orders"])
`,
  },
  {
    name: "NATS",
    finds: [["tls.verify_mode", certificate]],
    code: `import ssl
import nats


async def main():
    tls = ssl.create_default_context(purpose=ssl.Purpose.SERVER_AUTH)
    tls.check_hostname = False
    tls.verify_mode = ssl.CERT_NONE
    nc = await nats.connect("tls://demo.example.org:4443", tls=tls)
`,
  },
  {
    name: "IRC of Python 2",
    finds: [["ssl.wrap_socket(", certificate]],
    code: `import socket, ssl

irc = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
irc.connect(("irc.example.net", 6697))
ircsock = ssl.wrap_socket(irc, cert_reqs=ssl.CERT_NONE)
while 1:
    print ircsock.recv(2048)
`,
  },
];
