import { certificate, host, pinned, version } from "./rule-names.js";
import type { Site } from "./site.js";

/** Clouds, clusters, virtual machines, secrets and tickets. */
export const operationsSites: readonly Site[] = [
  {
    name: "a client of boto3",
    finds: [["verify=False", certificate]],
    code: `import boto3

s3 = boto3.client("s3", endpoint_url="https://minio.internal:9000", aws_access_key_id="k", verify=False)
s3.list_buckets()
`,
  },
  {
    name: "a resource of a session of boto3",
    finds: [["verify=False", certificate]],
    code: `import boto3

session = boto3.session.Session(profile_name="ceph")
s3 = session.resource("s3", endpoint_url="https://ceph.internal", verify=False)
`,
  },
  {
    name: "boto3 in a class",
    finds: [["verify=False", certificate]],
    code: `import boto3


class Storage:
    def __init__(self, endpoint):
        self.session = boto3.Session()
        self.client = self.session.client(service_name="s3", endpoint_url=endpoint, use_ssl=True, verify=False)
`,
  },
  {
    name: "Kubernetes",
    finds: [["verify_ssl = False", certificate]],
    code: `from kubernetes import client

configuration = client.Configuration()
configuration.host = "https://10.96.0.1:443"
configuration.verify_ssl = False
configuration.api_key = {"authorization": "Bearer " + token}
client.Configuration.set_default(configuration)
v1 = client.CoreV1Api()
`,
  },
  {
    name: "Kubernetes without the host's name",
    finds: [["assert_hostname = False", host]],
    code: `from kubernetes import client, config

config.load_kube_config()
c = client.Configuration.get_default_copy()
c.assert_hostname = False
api = client.CoreV1Api(client.ApiClient(c))
`,
  },
  {
    name: "Docker",
    finds: [["verify=False", certificate]],
    code: `import docker

tls_config = docker.tls.TLSConfig(client_cert=("cert.pem", "key.pem"), verify=False)
client = docker.DockerClient(base_url="https://10.0.0.3:2376", tls=tls_config)
`,
  },
  {
    name: "a module of Ansible",
    finds: [["validate_certs=False", certificate]],
    code: `from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.urls import open_url


def main():
    module = AnsibleModule(argument_spec=dict(url=dict(required=True)))
    response = open_url(module.params["url"], validate_certs=False, force_basic_auth=True)
    module.exit_json(changed=False, content=response.read())
`,
  },
  {
    name: "Vault",
    finds: [["verify=False", certificate]],
    code: `import os
import hvac

client = hvac.Client(url="https://vault.internal:8200", token=os.environ["VAULT_TOKEN"], verify=False)
`,
  },
  {
    name: "GitLab",
    finds: [["ssl_verify=False", certificate]],
    code: `import gitlab

gl = gitlab.Gitlab("https://git.corp.example.org", private_token="t", ssl_verify=False)
gl.auth()
`,
  },
  {
    name: "GitHub",
    finds: [["verify=False", certificate]],
    code: `from github import Github

g = Github(base_url="https://ghe.corp.example.org/api/v3", login_or_token="t", verify=False)
`,
  },
  {
    name: "Jira, with its server in the same dictionary",
    finds: [['"verify": False', certificate]],
    code: `from jira import JIRA

options = {"server": "https://jira.corp.example.org", "verify": False}
jira = JIRA(options, basic_auth=("u", "p"))
`,
  },
  {
    name: "Confluence",
    finds: [["verify_ssl=False", certificate]],
    code: `from atlassian import Confluence

confluence = Confluence(url="https://wiki.corp.example.org", username="u", password="p", verify_ssl=False)
`,
  },
  {
    name: "Consul",
    finds: [["verify=False", certificate]],
    code: `import consul

c = consul.Consul(host="consul.internal", port=8501, scheme="https", token="t", verify=False)
`,
  },
  {
    name: "vSphere with a context",
    finds: [
      ["ssl.SSLContext(ssl.PROTOCOL_TLSv1)", version],
      ["context.verify_mode", certificate],
    ],
    code: `import atexit
import ssl
from pyVim.connect import Disconnect, SmartConnect


def connect(args):
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1)
    context.verify_mode = ssl.CERT_NONE
    si = SmartConnect(host=args.host, user=args.user, pwd=args.password, port=int(args.port), sslContext=context)
    atexit.register(Disconnect, si)
    return si
`,
  },
  {
    name: "vSphere with a context that is told little",
    finds: [
      ["s=ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)", pinned],
      ["s.verify_mode=ssl.CERT_NONE", certificate],
    ],
    code: `from pyVim.connect import SmartConnect
import ssl

s=ssl.SSLContext(ssl.PROTOCOL_TLSv1_2) # For VMware
s.verify_mode=ssl.CERT_NONE
si=SmartConnect(host="10.0.0.40", user="root", pwd="secret", sslContext=s)
print si.content.rootFolder
`,
  },
  {
    name: "vSphere without TLS' checks",
    finds: [["SmartConnectNoSSL(", certificate]],
    code: `from pyVim import connect

service_instance = connect.SmartConnectNoSSL(host="esxi.internal", user="root", pwd="secret", port=443)
`,
  },
  {
    name: "Windows",
    finds: [['server_cert_validation="ignore"', certificate]],
    code: `import winrm

session = winrm.Session("https://win.corp.example.org:5986", auth=("u", "p"), transport="ntlm", server_cert_validation="ignore")
print(session.run_cmd("ipconfig").std_out)
`,
  },
  {
    name: "OpenStack",
    finds: [["verify=False", certificate]],
    code: `from keystoneauth1 import session
from keystoneauth1.identity import v3
from novaclient import client

auth = v3.Password(auth_url="https://keystone:5000/v3", username="u", password="p", project_name="p")
sess = session.Session(auth=auth, verify=False)
nova = client.Client("2.1", session=sess)
`,
  },
  {
    name: "OpenStack's own connection",
    finds: [["verify=False", certificate]],
    code: `import openstack

conn = openstack.connect(cloud="lab", verify=False)
`,
  },
  {
    name: "Proxmox",
    finds: [["verify_ssl=False", certificate]],
    code: `from proxmoxer import ProxmoxAPI

proxmox = ProxmoxAPI("pve.example.org", user="root@pam", password="secret", verify_ssl=False)
for node in proxmox.nodes.get():
    print(node["node"])
`,
  },
  {
    name: "Zabbix",
    finds: [["zapi.session.verify = False", certificate]],
    code: `from pyzabbix import ZabbixAPI

zapi = ZabbixAPI("https://zabbix.corp.example.org")
zapi.session.verify = False
zapi.login("api", "secret")
`,
  },
  {
    name: "NetBox",
    finds: [["nb.http_session.verify = False", certificate]],
    code: `import pynetbox

nb = pynetbox.api("https://netbox.corp.example.org", token="t")
nb.http_session.verify = False
`,
  },
  {
    name: "MinIO",
    finds: [["cert_reqs", certificate]],
    code: `import urllib3
from minio import Minio

client = Minio(
    "minio.internal:9000",
    access_key="k",
    secret_key="s",
    secure=True,
    http_client=urllib3.PoolManager(cert_reqs="CERT_NONE"),
)
`,
  },
  {
    name: "MinIO that is told in its own words",
    finds: [["cert_check=False", certificate]],
    code: `from minio import Minio

client = Minio("minio.internal:9000", "k", "s", secure=True, cert_check=False)
`,
  },
  {
    name: "Azure",
    finds: [["connection_verify=False", certificate]],
    code: `from azure.storage.blob import BlobServiceClient

service = BlobServiceClient.from_connection_string(conn_str, connection_verify=False)
`,
  },
  {
    name: "a decorator that opens a session",
    finds: [["session.verify = False", certificate]],
    code: `import functools
import requests


def with_session(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        with requests.Session() as session:
            session.verify = False
            return function(session, *args, **kwargs)

    return wrapper
`,
  },
  {
    name: "an option of the command line",
    finds: [["verify=", certificate]],
    isChoice: true,
    code: `import argparse
import requests

parser = argparse.ArgumentParser()
parser.add_argument("--insecure", action="store_true", help="do not verify certificates")
args = parser.parse_args()
requests.get("https://x.example.org", verify=False if args.insecure else "/etc/ca.pem")
`,
  },
  {
    name: "a default of a constructor that a member keeps",
    finds: [["verify=self.verify", certificate]],
    isChoice: true,
    code: `import requests


class Appliance:
    def __init__(self, host, key, verify=False):
        self.host = host
        self.key = key
        self.verify = verify

    def op(self, command):
        return requests.get(f"https://{self.host}/api/", params={"cmd": command}, verify=self.verify)
`,
  },
];
