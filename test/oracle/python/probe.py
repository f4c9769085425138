"""Answers, a line of JSON each, what this Python does with a context: what it raises, what its ClientHello holds, which handshakes complete."""
import base64
import json
import socket
import ssl
import sys
import warnings

warnings.simplefilter("ignore")
BITS = {"TLSv1": 0x04000000, "TLSv1.1": 0x10000000, "TLSv1.2": 0x08000000, "TLSv1.3": 0x20000000}
HOST = "localhost"
DH = sys.argv[1]


def protocol(name):
    return getattr(ssl, "PROTOCOL_" + name)


def construct(of):
    call, given = of["call"], {}
    if call == "SSLContext":
        return ssl.SSLContext(protocol(of["protocol"])) if "protocol" in of else ssl.SSLContext()
    if call == "create_default_context":
        return ssl.create_default_context(getattr(ssl.Purpose, of.get("purpose", "SERVER_AUTH")))
    if call == "wrap_socket":
        return WrapSocket(of)
    if "protocol" in of:
        given["protocol"] = protocol(of["protocol"])
    if "verifyMode" in of:
        given["cert_reqs"] = getattr(ssl, of["verifyMode"])
    if "checkHostname" in of:
        given["check_hostname"] = of["checkHostname"]
    if "purpose" in of:
        given["purpose"] = getattr(ssl.Purpose, of["purpose"])
    return ssl._create_unverified_context(**given)


def WrapSocket(of):
    """The context that ssl.wrap_socket would make: its own steps, as there is no socket here."""
    ssl.wrap_socket
    context = ssl.SSLContext(protocol(of.get("protocol", "TLS")))
    context.verify_mode = getattr(ssl, of.get("verifyMode", "CERT_NONE"))
    if of.get("ciphers"):
        context.set_ciphers(of["ciphers"])
    return context


def operate(context, operation):
    if "call" in operation:
        if operation["call"] == "set_ciphers":
            context.set_ciphers(operation["list"])
        else:
            context.set_ecdh_curve(operation["curve"])
        return
    name, to = operation["set"], operation.get("to")
    if name == "options":
        bits = operation["bits"]
        if operation["how"] == "to":
            context.options = bits
        elif operation["how"] == "add":
            context.options |= bits
        else:
            context.options &= 0xFFFFFFFF & ~bits
    elif name == "verify_mode":
        context.verify_mode = getattr(ssl, to)
    elif name == "check_hostname":
        context.check_hostname = to
    else:
        setattr(context, name, getattr(ssl.TLSVersion, to))


def configure(question):
    at = -1
    try:
        context = construct(question["construction"])
        for at, operation in enumerate(question["operations"]):
            operate(context, operation)
        return context, None
    except Exception as error:
        return None, {"error": type(error).__name__, "at": at, "reason": str(error)}


ALL = "ALL:COMPLEMENTOFALL:@SECLEVEL=0"


def limit(context, version, suites=ALL):
    """A peer of one version, whatever Python's own floor is."""
    if hasattr(ssl, "TLSVersion"):
        context.minimum_version = ssl.TLSVersion.TLSv1
        context.maximum_version = ssl.TLSVersion.MAXIMUM_SUPPORTED
    context.options |= sum(bit for name, bit in BITS.items() if name != version)
    context.set_ciphers(suites)
    return context


def peer_server(version, certificates, suites=ALL):
    context = limit(ssl.SSLContext(getattr(ssl, "PROTOCOL_TLS_SERVER", ssl.PROTOCOL_TLS)), version, suites)
    if hasattr(context, "num_tickets"):
        context.num_tickets = 0
    for path in certificates:
        context.load_cert_chain(path)
    context.load_dh_params(DH)
    return context


def peer_client(version):
    context = ssl.SSLContext(getattr(ssl, "PROTOCOL_TLS_CLIENT", ssl.PROTOCOL_TLS))
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return limit(context, version)


def socketpair():
    """Of what the ssl module wraps, which in Python 2 is not what `socketpair` makes."""
    ends = socket.socketpair()
    return ends if sys.version_info[0] > 2 else [socket.socket(_sock=end) for end in ends]


def pair():
    """Two ends that never wait."""
    ends = socketpair()
    for end in ends:
        end.setblocking(False)
    return ends


def joined(client, server, host):
    """Python 2 has no MemoryBIO, and shakes hands over sockets."""
    if hasattr(ssl, "MemoryBIO"):
        to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
        return (
            client.wrap_bio(to_client, to_server, server_side=False, server_hostname=host),
            server.wrap_bio(to_server, to_client, server_side=True),
        )
    near, far = pair()
    return (
        client.wrap_socket(near, server_hostname=host, do_handshake_on_connect=False),
        server.wrap_socket(far, server_side=True, do_handshake_on_connect=False),
    )


def shake(client, server, host):
    """Both sides to the end, or the error of the first that fails: `client` or `server`."""
    left, right = joined(client, server, host)
    done = {"client": False, "server": False}
    for _ in range(12):
        for name, side in (("client", left), ("server", right)):
            if done[name]:
                continue
            try:
                side.do_handshake()
                done[name] = True
            except ssl.SSLWantReadError:
                pass
            except Exception as error:
                return {"failed": name, "error": type(error).__name__, "reason": str(error)[:200]}
        if all(done.values()):
            return {"cipher": left.cipher()[0], "version": left.version()}
    return {"failed": "both", "error": "timeout", "reason": "no end"}


def hello(context):
    near, far = pair()
    try:
        context.wrap_socket(near, server_hostname=HOST, do_handshake_on_connect=False).do_handshake()
    except ssl.SSLWantReadError:
        pass
    except Exception as error:
        return {"error": type(error).__name__, "reason": str(error)[:200]}
    return {"hello": base64.b64encode(far.recv(1 << 16)).decode()}


def fresh(question):
    """Configured anew for each handshake: a context remembers sessions."""
    context, _ = configure(question)
    return context


def use(context, side, call):
    """Whether a socket of that side can be made; a BIO does not ask for all that a socket asks for."""
    left, right = socketpair()
    host = HOST if side == "client" and call != "wrap_socket" else None  # ssl.wrap_socket hands none on
    try:
        context.wrap_socket(left, server_side=side == "server", server_hostname=host, do_handshake_on_connect=False).close()
        return None
    except Exception as error:
        return {"error": type(error).__name__, "reason": str(error)[:200]}
    finally:
        left.close()
        right.close()


def trusting(question):
    context = fresh(question)
    context.load_verify_locations(cadata=question["authority"])
    return context


def reach(question, version):
    """With a peer that has every suite, or else with one of those that have some."""
    first = None
    for suites, curve in [[ALL, None]] + question["peers"]:
        server = peer_server(version, question["certificates"], suites)
        if curve:
            server.set_ecdh_curve(curve)
        end = shake(trusting(question), server, HOST)
        if "cipher" in end:
            return end
        first = first or end
    return first


def examine_client(question):
    first = hello(fresh(question))
    answer = {"hello": first, "reached": {}}
    for version in BITS:
        answer["reached"][version] = reach(question, version)
    reached = [version for version in BITS if "cipher" in answer["reached"][version]]
    if reached:
        server = lambda: peer_server(reached[-1], question["rsa"])
        answer["untrusted"] = shake(fresh(question), server(), HOST)
        answer["wrongHost"] = shake(trusting(question), server(), "other.example")
        answer["right"] = shake(trusting(question), server(), HOST)
    return answer


def loaded(question):
    context = trusting(question)
    for path in question["certificates"]:
        try:
            context.load_cert_chain(path)
        except ssl.SSLError:
            pass  # too weak a key for the security level
    return context


def examine_server(question):
    answer = {"reached": {}}
    for version in BITS:
        answer["reached"][version] = shake(peer_client(version), loaded(question), HOST)
    return answer


def answer(question):
    if question.get("type") == "about":
        return about(question["weak"])
    context, failure = configure(question)
    if failure:
        return {"throws": failure}
    refusal = use(context, question["side"], question["construction"]["call"])
    if refusal:
        return {"throws": dict(refusal, at=len(question["operations"]))}
    # new in 3.6
    names = [cipher["name"] for cipher in context.get_ciphers()] if hasattr(context, "get_ciphers") else None
    examine = examine_client if question["side"] == "client" else examine_server
    return dict(examine(question), ciphers=names)


def about(weak):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS)
    try:
        context.load_cert_chain(weak)
        level = 1
    except ssl.SSLError:
        level = 2
    return {
        "release": "%d.%d" % sys.version_info[:2],
        "openssl": ssl.OPENSSL_VERSION,
        "list": ssl._DEFAULT_CIPHERS,
        "level": level,
    }


for line in iter(sys.stdin.readline, ""):
    sys.stdout.write(json.dumps(answer(json.loads(line))) + "\n")
    sys.stdout.flush()
