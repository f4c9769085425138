/**
 * What a server says before TLS begins. `greeting` comes first where the client waits for it; `answer` is asked for each chunk that the client
 * sends before TLS: what to send, whether TLS begins now, and whether the client has gone on without it.
 */

const text = (string) => Buffer.from(string, "latin1");
const startTls = (send) => ({ send, startTls: true });
const withoutTls = { plaintext: true };

const lineProtocol = (greeting, commands) => ({
  greeting: text(greeting),
  answer: (chunk) => {
    const line = chunk.toString("latin1");
    const found = commands.find(([pattern]) => pattern.test(line));
    return found ? found[1](line) : withoutTls;
  },
});

const tagOf = (line) => line.split(" ", 1)[0];

// https://dev.mysql.com/doc/dev/mysql-server/latest/group__group__cs__capabilities__flags.html
const mysqlTls = 1 << 11;
const mysqlFlags = [0, 3, 9, 11, 13, 15, 19].reduce((all, bit) => all | (1 << bit), 0);
const mysqlSslRequest = 4 + 32;

function mysqlGreeting() {
  const salt = Buffer.alloc(20, "s");
  const payload = Buffer.concat([
    text("\x0a8.4.0\0\x01\0\0\0"),
    salt.subarray(0, 8),
    Buffer.from([0, mysqlFlags & 0xff, (mysqlFlags >> 8) & 0xff, 45, 2, 0]),
    Buffer.from([(mysqlFlags >> 16) & 0xff, (mysqlFlags >> 24) & 0xff, salt.length + 1]),
    Buffer.alloc(10),
    salt.subarray(8),
    text("\0mysql_native_password\0"),
  ]);
  return Buffer.concat([Buffer.from([payload.length, 0, 0, 0]), payload]);
}

// [MS-TDS] 2.2.6.5: the options of a PRELOGIN are a list of (token, offset, length), and their values
const prelogin = 0x12;
const encryption = 1;
const notSupported = 2;

function tdsEncryption(chunk) {
  for (let at = 8; chunk[at] !== 0xff && at < chunk.length; at += 5)
    if (chunk[at] === encryption) return chunk[8 + chunk.readUInt16BE(at + 1)];
  return undefined;
}

function tdsAnswer(value) {
  const payload = Buffer.from([0, 0, 11, 0, 6, encryption, 0, 17, 0, 1, 0xff, 15, 0, 0, 0, 0, 0, value]);
  return Buffer.concat([Buffer.from([4, 1, 0, payload.length + 8, 0, 0, 1, 0]), payload]);
}

const ldapStartTls = "1.3.6.1.4.1.1466.20037";

export const protocols = {
  /** TLS from the first byte on, or an HTTP proxy before it. */
  direct: {
    answer: (chunk) =>
      /^CONNECT /.test(chunk.toString("latin1")) ? { send: text("HTTP/1.1 200 OK\r\n\r\n") } : withoutTls,
  },
  postgres: {
    answer: (chunk) => (chunk.length === 8 && chunk.readUInt32BE(4) === 80877103 ? startTls(text("S")) : withoutTls),
  },
  mysql: {
    greeting: mysqlGreeting(),
    answer: (chunk) =>
      chunk.length >= mysqlSslRequest && chunk[0] === 32 && (chunk.readUInt32LE(4) & mysqlTls) !== 0
        ? { startTls: true, rest: chunk.subarray(mysqlSslRequest) }
        : withoutTls,
  },
  tds: {
    answer(chunk) {
      if (chunk[0] !== prelogin) return withoutTls;
      const asked = tdsEncryption(chunk);
      return asked === notSupported
        ? { send: tdsAnswer(notSupported) }
        : { send: tdsAnswer(1), startTls: true, inPackets: true };
    },
  },
  ldap: {
    answer(chunk) {
      if (!chunk.includes(ldapStartTls)) return withoutTls;
      const id = chunk[4];
      return startTls(Buffer.from([0x30, 12, 2, 1, id, 0x78, 7, 0x0a, 1, 0, 4, 0, 4, 0]));
    },
  },
  smtp: lineProtocol("220 service.example.com ESMTP\r\n", [
    [/^(EHLO|LHLO)/i, () => ({ send: text("250-service.example.com\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN\r\n") })],
    [/^STARTTLS/i, () => startTls(text("220 go ahead\r\n"))],
  ]),
  imap: lineProtocol("* OK [CAPABILITY IMAP4rev1 STARTTLS ID AUTH=PLAIN] ready\r\n", [
    [
      /^\S+ CAPABILITY/i,
      (line) => ({ send: text(`* CAPABILITY IMAP4rev1 STARTTLS ID AUTH=PLAIN\r\n${tagOf(line)} OK done\r\n`) }),
    ],
    [/^\S+ STARTTLS/i, (line) => startTls(text(`${tagOf(line)} OK begin\r\n`))],
    [/^\S+ ID/i, (line) => ({ send: text(`* ID NIL\r\n${tagOf(line)} OK done\r\n`) })],
    [/^\S+ NOOP/i, (line) => ({ send: text(`${tagOf(line)} OK done\r\n`) })],
  ]),
  ftp: lineProtocol("220 ready\r\n", [[/^AUTH (TLS|SSL)/i, () => startTls(text("234 go ahead\r\n"))]]),
  nats: lineProtocol(
    `INFO ${JSON.stringify({ server_id: "S", version: "2.12.0", proto: 1, max_payload: 1048576, headers: true, tls_required: true })}\r\n`,
    [],
  ),
};
