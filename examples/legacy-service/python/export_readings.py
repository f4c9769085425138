"""
export_readings: asks the service whether it is well, before the night's readings go to accounting.

    python3 python/export_readings.py localhost:8443 certs/test-ca.cert.pem
"""
import socket
import ssl
import sys

CIPHERS = "HIGH:-aNULL:-eNULL:-PSK:RC4-SHA:RC4-MD5"
REQUEST = "GET /health HTTP/1.0\r\nHost: {}\r\n\r\n"


def new_context(ca_file):
    context = ssl.SSLContext(ssl.PROTOCOL_TLSv1_2)
    context.set_ciphers(CIPHERS)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(ca_file)
    return context


def ask(host, port, context):
    connection = socket.create_connection((host, port), timeout=10)
    try:
        channel = context.wrap_socket(connection, server_hostname=host)
        sys.stderr.write("{} {}\n".format(channel.version(), channel.cipher()[0]))
        channel.sendall(REQUEST.format(host).encode("ascii"))
        answer = b""
        while True:
            part = channel.recv(4096)
            if not part:
                return answer.decode("utf-8")
            answer += part
    finally:
        connection.close()


def main(arguments):
    if len(arguments) != 2:
        sys.stderr.write("usage: export_readings.py HOST:PORT CA_FILE\n")
        return 2
    host, port = arguments[0].rsplit(":", 1)
    sys.stdout.write(ask(host, int(port), new_context(arguments[1])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
