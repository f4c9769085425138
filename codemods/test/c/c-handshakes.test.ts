import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { build, hasCompiler, judgeC } from "./judge-c.js";

const shared = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../examples/legacy-service/certs/${name}`, import.meta.url)), "utf8");

/** A text as a literal of C. */
const literal = (text: string) =>
  text
    .split("\n")
    .map((line) => `"${line}\\n"`)
    .join("\n");

/** What is judged: a function that makes one context. */
const judged = (setup: string) => `#include <openssl/ssl.h>

SSL_CTX *setup(void) {
  SSL_CTX *ctx = NULL;
${setup
  .split("\n")
  .map((line) => `  ${line}`)
  .join("\n")}
  return ctx;
}
`;

/**
 * A program that makes the context, and shakes hands in memory with peers that speak one version each and offer all that
 * OpenSSL has, at security level 0. It prints the versions that a peer reaches, or the suites of TLS 1.2.
 */
const program = (side: "client" | "server", text: string) => `${text}
#include <openssl/pem.h>
#include <stdio.h>

static const char *certificate = ${literal(shared("test-localhost.cert.pem"))};
static const char *key = ${literal(shared("test-localhost.key.pem"))};

static void identify(SSL_CTX *ctx) {
  BIO *bio = BIO_new_mem_buf(certificate, -1);
  SSL_CTX_use_certificate(ctx, PEM_read_bio_X509(bio, NULL, NULL, NULL));
  bio = BIO_new_mem_buf(key, -1);
  SSL_CTX_use_PrivateKey(ctx, PEM_read_bio_PrivateKey(bio, NULL, NULL, NULL));
}

static int reaches(SSL_CTX *own, int version, const char *suites) {
  SSL_CTX *peer = SSL_CTX_new(TLS_method());
  SSL_CTX_set_security_level(peer, 0);
  SSL_CTX_set_cipher_list(peer, suites);
  SSL_CTX_set_min_proto_version(peer, version);
  SSL_CTX_set_max_proto_version(peer, version);
  int is_client = ${side === "client" ? 1 : 0};
  identify(is_client ? peer : own);
  SSL *client = SSL_new(is_client ? own : peer), *server = SSL_new(is_client ? peer : own);
  BIO *left, *right;
  BIO_new_bio_pair(&left, 1 << 17, &right, 1 << 17);
  SSL_set_bio(client, left, left);
  SSL_set_bio(server, right, right);
  SSL_set_connect_state(client);
  SSL_set_accept_state(server);
  for (int round = 0; round < 20; round++) {
    SSL_do_handshake(client);
    SSL_do_handshake(server);
  }
  int done = SSL_is_init_finished(client) && SSL_is_init_finished(server);
  SSL_free(client);
  SSL_free(server);
  SSL_CTX_free(peer);
  return done;
}

int main(void) {
  SSL_CTX *ctx = setup();
  if (ctx == NULL) return puts("none"), 0;
  const char *all = "ALL:COMPLEMENTOFALL:!PSK:!SRP:!eNULL";
  if (reaches(ctx, TLS1_VERSION, all)) printf("TLSv1 ");
  if (reaches(ctx, TLS1_1_VERSION, all)) printf("TLSv1.1 ");
  if (reaches(ctx, TLS1_2_VERSION, all)) printf("TLSv1.2 ");
  if (reaches(ctx, TLS1_3_VERSION, all)) printf("TLSv1.3 ");
  if (reaches(ctx, TLS1_2_VERSION, "AES128-SHA")) printf("static-RSA ");
  if (reaches(ctx, TLS1_2_VERSION, "aNULL")) printf("anonymous ");
  puts(".");
  return 0;
}
`;

interface Handshakes {
  readonly name: string;
  readonly side?: "server";
  readonly setup: string;
  readonly before: string;
  readonly fixed: string;
  readonly asked?: string;
}

/** With level 0 where what is shown is not the level: distributions set it to 2, and what a program asks for is then out of reach. */
const programs: readonly Handshakes[] = [
  {
    name: "a client's method of TLS 1.0",
    setup: 'ctx = SSL_CTX_new(TLSv1_client_method());\nSSL_CTX_set_cipher_list(ctx, "DEFAULT@SECLEVEL=0");',
    before: "TLSv1 .",
    fixed: "TLSv1 .",
    asked: "TLSv1.2 TLSv1.3 static-RSA .",
  },
  {
    name: "a server's method of TLS 1.2",
    side: "server",
    setup: "ctx = SSL_CTX_new(TLSv1_2_server_method());",
    before: "TLSv1.2 static-RSA .",
    fixed: "TLSv1.2 static-RSA .",
    asked: "TLSv1.2 TLSv1.3 static-RSA .",
  },
  {
    name: "a client's method of TLS 1.2, with a floor that does nothing before",
    setup: "ctx = SSL_CTX_new(TLSv1_2_client_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);",
    before: "TLSv1.2 static-RSA .",
    fixed: "TLSv1.2 static-RSA .",
    asked: "TLSv1.2 TLSv1.3 static-RSA .",
  },
  {
    name: "the old name of a method",
    setup: "ctx = SSL_CTX_new(SSLv23_client_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);",
    before: "TLSv1.2 TLSv1.3 static-RSA .",
    fixed: "TLSv1.2 TLSv1.3 static-RSA .",
  },
  {
    name: "a floor of TLS 1.0 at level 0",
    setup:
      "ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);\nSSL_CTX_set_security_level(ctx, 0);",
    before: "TLSv1 TLSv1.1 TLSv1.2 TLSv1.3 static-RSA .",
    fixed: "TLSv1.2 TLSv1.3 static-RSA .",
  },
  {
    name: "a cap of TLS 1.2",
    side: "server",
    setup:
      "ctx = SSL_CTX_new(TLS_server_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);\nSSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION);",
    before: "TLSv1.2 static-RSA .",
    fixed: "TLSv1.2 TLSv1.3 static-RSA .",
  },
  {
    name: "TLS 1.3 switched off among other bits",
    setup:
      "ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);\nSSL_CTX_set_options(ctx, SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1_3);",
    before: "TLSv1.2 static-RSA .",
    fixed: "TLSv1.2 TLSv1.3 static-RSA .",
  },
  {
    name: "a list with RC4 and static RSA",
    setup:
      'ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);\nSSL_CTX_set_cipher_list(ctx, "RC4-SHA:AES128-SHA:"\n    "ECDHE-RSA-AES128-GCM-SHA256");',
    before: "TLSv1.2 TLSv1.3 static-RSA .",
    fixed: "TLSv1.2 TLSv1.3 .",
  },
  {
    name: "anonymous suites and level 0 in one list",
    setup:
      'ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);\nSSL_CTX_set_cipher_list(ctx, "ALL:@SECLEVEL=0");',
    before: "TLSv1.2 TLSv1.3 static-RSA anonymous .",
    fixed: "TLSv1.2 TLSv1.3 .",
  },
  {
    name: "a command of SSL_CONF_cmd",
    setup:
      'SSL_CONF_CTX *conf = SSL_CONF_CTX_new();\nctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_cipher_list(ctx, "ECDHE+AESGCM:ECDHE+AES:@SECLEVEL=0");\nSSL_CONF_CTX_set_ssl_ctx(conf, ctx);\nSSL_CONF_CTX_set_flags(conf, SSL_CONF_FLAG_FILE | SSL_CONF_FLAG_CLIENT);\nSSL_CONF_cmd(conf, "MinProtocol", "TLSv1.1");',
    before: "TLSv1.1 TLSv1.2 TLSv1.3 .",
    fixed: "TLSv1.2 TLSv1.3 .",
  },
  {
    name: "a floor on a context that is none, which changes nothing and does not fall over",
    setup: "ctx = NULL;\nSSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);",
    before: "none",
    fixed: "none",
  },
];

/** Without what a distribution's own configuration sets. */
const run = (text: string) =>
  build(text, (file) =>
    execFileSync(file, { encoding: "utf8", timeout: 110_000, env: { OPENSSL_CONF: "/dev/null" } }).trim(),
  );

/** Which sizes `SSL_CTX_set_tmp_dh` takes, at each security level. */
const sizesTaken = `#include <openssl/dh.h>
#include <openssl/ssl.h>
#include <stdio.h>

static const struct { int size; BIGNUM *(*prime)(BIGNUM *); } groups[] = {
  { 768, BN_get_rfc2409_prime_768 },
  { 1024, BN_get_rfc2409_prime_1024 },
  { 1536, BN_get_rfc3526_prime_1536 },
  { 2048, BN_get_rfc3526_prime_2048 },
};

int main(void) {
  for (int level = 0; level < 3; level++) {
    printf("%d:", level);
    for (size_t index = 0; index < sizeof groups / sizeof *groups; index++) {
      SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
      DH *dh = DH_new();
      BIGNUM *generator = BN_new();
      BN_set_word(generator, 2);
      DH_set0_pqg(dh, groups[index].prime(NULL), NULL, generator);
      SSL_CTX_set_security_level(ctx, level);
      if (SSL_CTX_set_tmp_dh(ctx, dh) == 1) printf(" %d", groups[index].size);
      DH_free(dh);
      SSL_CTX_free(ctx);
    }
    puts("");
  }
  return 0;
}
`;

it.skipIf(!hasCompiler.c)("Diffie-Hellman parameters that libssl refuses, which needs gcc and libssl", () => {
  expect(run(sizesTaken)).toBe("0: 1024 1536 2048\n1: 1024 1536 2048\n2: 2048");
});

describe("what a peer can negotiate with a program in C, which needs gcc and libssl, before and after", () => {
  it.skipIf(!hasCompiler.c).each(programs)("$name", async ({ side, setup, before, fixed, asked = fixed }) => {
    const text = judged(setup);
    const mended = await judgeC(text);
    const reached = (each: string) => run(program(side ?? "client", each));
    expect({ before: reached(text), fixed: reached(mended.fixed), asked: reached(mended.asked) }).toEqual({
      before,
      fixed,
      asked,
    });
  });
});
