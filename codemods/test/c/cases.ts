/** Programs in C and C++, each the nearest to another that is judged otherwise. */
export interface CCase {
  readonly name: string;
  readonly code: string;
  readonly path?: string;
  readonly openssl?: string;
}

/** Puts statements into a function that has what they name, so that a compiler takes them. */
const inFunction = (statements: string, before = ""): string => `#include <openssl/ssl.h>
${before}SSL_CTX *setup(SSL_CTX *ctx, SSL *ssl, int choice);
SSL_CTX *setup(SSL_CTX *ctx, SSL *ssl, int choice) {
${statements
  .split("\n")
  .map((line) => (line === "" || line.startsWith("#") ? line : `  ${line}`))
  .join("\n")}
  return ctx;
}
`;

const methods: readonly CCase[] = [
  {
    name: "a client's context of TLS 1.0, declared",
    code: `#include <openssl/ssl.h>
SSL_CTX *make(void) {
  SSL_CTX *made = SSL_CTX_new(TLSv1_client_method());
  SSL_CTX_set_default_verify_paths(made);
  return made;
}
`,
  },
  { name: "a server's context of TLS 1.1, assigned", code: inFunction("ctx = SSL_CTX_new(TLSv1_1_server_method());") },
  { name: "a context of TLS 1.2", code: inFunction("ctx = SSL_CTX_new(TLSv1_2_method());") },
  {
    name: "a context of TLS 1.2 whose floor does nothing",
    code: inFunction("ctx = SSL_CTX_new(TLSv1_2_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);"),
  },
  {
    name: "a context of TLS 1.0 whose floor would count once the method negotiates",
    code: inFunction("ctx = SSL_CTX_new(TLSv1_method());\nSSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);"),
  },
  {
    name: "declarations stay together",
    code: `#include <openssl/ssl.h>
int make(SSL_CTX **out) {
  SSL_CTX *made = SSL_CTX_new(TLSv1_method());
  int count = 0;

  *out = made;
  return count;
}
`,
  },
  {
    name: "a declaration that uses the context right away",
    code: `#include <openssl/ssl.h>
SSL *make(void) {
  SSL_CTX *made = SSL_CTX_new(TLSv1_method());
  SSL *one = SSL_new(made);
  return one;
}
`,
  },
  {
    name: "a method by itself",
    code: inFunction("const SSL_METHOD *m = TLSv1_client_method();\nctx = SSL_CTX_new(m);"),
  },
  {
    name: "in a condition",
    code: inFunction("if ((ctx = SSL_CTX_new(TLSv1_client_method())) == NULL)\n  return NULL;"),
  },
  {
    name: "in a branch without braces",
    code: inFunction("if (ctx == NULL)\n  ctx = SSL_CTX_new(TLSv1_client_method());"),
  },
  {
    name: "with a cast and parentheses",
    code: inFunction("ctx = SSL_CTX_new((SSL_METHOD *)(TLSv1_client_method()));"),
  },
  {
    name: "a comment says why",
    code: inFunction("/* the meter speaks nothing newer */\nctx = SSL_CTX_new(TLSv1_client_method());"),
  },
  { name: "the old name of a method that negotiates", code: inFunction("ctx = SSL_CTX_new(SSLv23_client_method());") },
  {
    name: "the old name where the new one may not be there",
    openssl: ">=1.0.2",
    code: inFunction("ctx = SSL_CTX_new(SSLv23_client_method());"),
  },
  { name: "the new name", code: inFunction("ctx = SSL_CTX_new(TLS_client_method());") },
  {
    name: "DTLS 1.0 and 1.2",
    code: inFunction("ctx = SSL_CTX_new(DTLSv1_method());\nctx = SSL_CTX_new(DTLSv1_2_client_method());"),
  },
  {
    name: "the old name in a file that older releases compile too",
    code: inFunction(`ctx = SSL_CTX_new(SSLv23_client_method());
#if OPENSSL_VERSION_NUMBER >= 0x10100000L
SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
#endif`),
  },
  {
    name: "methods that nothing names, of either side",
    code: inFunction("SSL_CTX_set_ssl_version(ctx, choice ? TLSv1_server_method() : TLSv1_client_method());"),
  },
  {
    name: "a method by its address is a table's choice",
    code: `#include <openssl/ssl.h>
struct choice { const char *name; const SSL_METHOD *(*method)(void); };
struct choice choices[] = { { "tls1", TLSv1_method }, { "any", TLS_method } };
`,
  },
];

const bounds: readonly CCase[] = [
  { name: "a floor of TLS 1.0", code: inFunction("SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);") },
  { name: "a floor of TLS 1.2", code: inFunction("SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);") },
  { name: "a floor of a connection, as a number", code: inFunction("SSL_set_min_proto_version(ssl, 0x0302);") },
  { name: "no floor", code: inFunction("if (SSL_CTX_set_min_proto_version(ctx, 0) != 1)\n  return NULL;") },
  {
    name: "no floor, with bits that keep the oldest out",
    code: inFunction(
      "SSL_CTX_set_min_proto_version(ctx, 0);\nSSL_CTX_set_options(ctx, SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1);",
    ),
  },
  { name: "a floor of DTLS 1.0", code: inFunction("SSL_CTX_set_min_proto_version(ctx, DTLS1_VERSION);") },
  {
    name: "a floor by control",
    code: inFunction("SSL_CTX_ctrl(ctx, SSL_CTRL_SET_MIN_PROTO_VERSION, TLS1_VERSION, NULL);"),
  },
  {
    name: "a floor in a command",
    code: inFunction('SSL_CONF_cmd(NULL, "MinProtocol", "TLSv1.1");\nSSL_CONF_cmd(NULL, "-min_protocol", "TLSv1");'),
  },
  {
    name: "a floor in a macro",
    code: inFunction(
      "SSL_CTX_set_min_proto_version(ctx, OLDEST);",
      "#define OLDEST TLS1_VERSION /* for the meters */\n",
    ),
  },
  {
    name: "a floor that somebody chooses",
    code: inFunction("SSL_CTX_set_min_proto_version(ctx, choice ? TLS1_VERSION : TLS1_2_VERSION);"),
  },
  { name: "a floor from elsewhere", code: inFunction("SSL_CTX_set_min_proto_version(ctx, choice);") },
  {
    name: "a floor beside somebody's choice",
    code: inFunction("if (choice)\n  SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);"),
  },
  {
    name: "a floor beside the success of a call",
    code: inFunction("if (ctx != NULL) {\n  SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);\n}"),
  },
  { name: "a cap of TLS 1.2", code: inFunction("SSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION);") },
  {
    name: "a cap of TLS 1.1, asked whether it worked",
    code: inFunction("if (!SSL_CTX_set_max_proto_version(ctx, TLS1_1_VERSION))\n  return NULL;"),
  },
  { name: "a cap of TLS 1.3", code: inFunction("SSL_CTX_set_max_proto_version(ctx, TLS1_3_VERSION);") },
  { name: "a cap with a reason", code: inFunction("SSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION); /* kTLS */") },
];

const options: readonly CCase[] = [
  {
    name: "TLS 1.3 off, among others",
    code: inFunction("SSL_CTX_set_options(ctx, SSL_OP_ALL | SSL_OP_NO_TLSv1_3 | SSL_OP_NO_SSLv3);"),
  },
  { name: "TLS 1.3 off, alone", code: inFunction("SSL_CTX_set_options(ctx, SSL_OP_NO_TLSv1_3);") },
  {
    name: "old versions off",
    code: inFunction(
      "SSL_CTX_set_options(ctx, SSL_OP_NO_SSLv2 | SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1 | SSL_OP_NO_TLSv1_1);",
    ),
  },
  {
    name: "renegotiation as of old",
    code: inFunction("SSL_set_options(ssl, SSL_OP_NO_TICKET\n  | SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION);"),
  },
  {
    name: "a bit of clients on a server",
    code: inFunction(
      "ctx = SSL_CTX_new(TLS_server_method());\nSSL_CTX_set_options(ctx, SSL_OP_LEGACY_SERVER_CONNECT);",
    ),
  },
  {
    name: "a bit kept in a variable",
    code: inFunction(
      "const long bits = SSL_OP_LEGACY_SERVER_CONNECT | SSL_OP_NO_SSLv3;\nSSL_CTX_set_options(ctx, bits);",
    ),
  },
  { name: "bits that are cleared", code: inFunction("SSL_CTX_clear_options(ctx, SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1);") },
  {
    name: "flags for host names",
    code: `#include <openssl/ssl.h>
#include <openssl/x509v3.h>
void hosts(SSL *ssl) {
  SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
  X509_VERIFY_PARAM_set_hostflags(SSL_get0_param(ssl), X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS | X509_CHECK_FLAG_MULTI_LABEL_WILDCARDS);
}
`,
  },
];

const lists: readonly CCase[] = [
  { name: "a list with RC4", code: inFunction('SSL_CTX_set_cipher_list(ctx, "HIGH:RC4-SHA:!aNULL");') },
  {
    name: "suites of today",
    code: inFunction('SSL_CTX_set_cipher_list(ctx, "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256");'),
  },
  { name: "OpenSSL's own", code: inFunction('SSL_CTX_set_cipher_list(ctx, "DEFAULT");') },
  {
    name: "strings side by side",
    code: inFunction(`SSL_CTX_set_cipher_list(ctx,
    "ECDHE-RSA-AES128-GCM-SHA256:"
    "RC4-SHA:AES128-SHA:"
    "ECDHE-ECDSA-AES128-GCM-SHA256:DES-CBC3-SHA");`),
  },
  {
    name: "a list in a variable",
    code: inFunction(
      "SSL_CTX_set_cipher_list(ctx, suites);",
      'static const char *suites = "ECDHE-RSA-AES128-GCM-SHA256:RC4-MD5";\n',
    ),
  },
  {
    name: "a list in a variable that others use too",
    code: inFunction(
      "SSL_CTX_set_cipher_list(ctx, suites);\nSSL_set_cipher_list(ssl, suites);",
      'static const char *suites = "ECDHE-RSA-AES128-GCM-SHA256:RC4-MD5";\n',
    ),
  },
  {
    name: "a list in a variable that changes",
    code: inFunction(
      'const char *suites = "RC4-SHA";\nif (choice)\n  suites = "HIGH";\nSSL_CTX_set_cipher_list(ctx, suites);',
    ),
  },
  {
    name: "a list in a macro",
    code: inFunction("SSL_CTX_set_cipher_list(ctx, SUITES);", '#define SUITES "AES128-SHA:" "RC4-SHA"\n'),
  },
  { name: "a list of a level", code: inFunction('SSL_CTX_set_cipher_list(ctx, "DEFAULT:@SECLEVEL=0");') },
  { name: "a level", code: inFunction("SSL_CTX_set_security_level(ctx, 0);\nSSL_set_security_level(ssl, 1);") },
  { name: "a level that is high enough", code: inFunction("SSL_CTX_set_security_level(ctx, 2);") },
  { name: "a list that selects nothing", code: inFunction('SSL_CTX_set_cipher_list(ctx, "TLS_AES_128_GCM_SHA256");') },
  {
    name: "suites of TLS 1.3",
    code: inFunction('SSL_CTX_set_ciphersuites(ctx, "TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_8_SHA256");'),
  },
  {
    name: "groups",
    code: inFunction('SSL_CTX_set1_groups_list(ctx, "X25519:P-256:P-224");\nSSL_set1_curves_list(ssl, "P-256");'),
  },
  {
    name: "a group that only the newest have",
    code: inFunction('SSL_CTX_set1_groups_list(ctx, "X25519MLKEM768:X25519");'),
  },
  {
    name: "the same from 3.5 on",
    openssl: ">=3.5",
    code: inFunction('SSL_CTX_set1_groups_list(ctx, "X25519MLKEM768:X25519");'),
  },
  {
    name: "signature algorithms",
    code: inFunction('SSL_CTX_set1_sigalgs_list(ctx, "ECDSA+SHA256:RSA+SHA256:RSA+SHA1");'),
  },
  {
    name: "a list that is made",
    code: inFunction(
      "SSL_CTX_set_cipher_list(ctx, choice > 1 ? list_of(choice) : other());",
      "const char *list_of(int); const char *other(void);\n",
    ),
  },
];

const verification: readonly CCase[] = [
  {
    name: "a client by its method in a variable",
    code: inFunction(
      "const SSL_METHOD *method = TLS_client_method();\nctx = SSL_CTX_new(method);\nSSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);",
    ),
  },
  {
    name: "a client that connects, of a context from elsewhere",
    code: inFunction("SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);\nSSL_connect(ssl);"),
  },
  {
    name: "a client that looks at the certificate itself",
    code: inFunction(
      "ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);\nSSL_get_verify_result(ssl);",
    ),
  },
  {
    name: "a client that pins a key, as it says",
    code: inFunction(
      "ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL); /* pin the key, not a chain */",
    ),
  },
  {
    name: "a client that verifies elsewhere in the file",
    code: inFunction(
      "ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);\nSSL_set_verify(ssl, SSL_VERIFY_PEER, NULL);",
    ),
  },
  {
    name: "a server by its method in a variable",
    code: inFunction(
      "const SSL_METHOD *method = TLS_server_method();\nctx = SSL_CTX_new(method);\nSSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);",
    ),
  },
  {
    name: "a server whose context another function makes",
    code: `#include <openssl/ssl.h>
SSL_CTX *make(void) { return SSL_CTX_new(SSLv23_server_method()); }
void configure(SSL_CTX *ctx) { SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL); }
`,
  },
  {
    name: "a file of clients and servers, which does not tell",
    code: `#include <openssl/ssl.h>
SSL_CTX *client(void) { return SSL_CTX_new(TLS_client_method()); }
SSL_CTX *server(void) { return SSL_CTX_new(TLS_server_method()); }
void configure(SSL_CTX *ctx) { SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL); }
`,
  },
  {
    name: "a client that verifies nothing",
    code: inFunction("ctx = SSL_CTX_new(TLS_client_method());\nSSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);"),
  },
  {
    name: "a server that asks for nothing",
    code: inFunction("ctx = SSL_CTX_new(TLS_server_method());\nSSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);"),
  },
  {
    name: "a callback that says yes",
    code: inFunction(
      "SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, accept_any);",
      "static int accept_any(int ok, X509_STORE_CTX *store) { (void)ok; (void)store; return 1; }\n",
    ),
  },
  {
    name: "a callback that passes on what it is given",
    code: inFunction(
      "SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, pass_on);",
      "static int pass_on(int ok, X509_STORE_CTX *store) { (void)store; return ok; }\n",
    ),
  },
  {
    name: "a callback that says no, too",
    code: inFunction(
      "SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, look);",
      "static int look(int ok, X509_STORE_CTX *store) { if (!ok && store) return 0; return 1; }\n",
    ),
  },
  {
    name: "a callback that says yes, and a program that asks later",
    code: inFunction(
      "SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, collect);\nif (SSL_get_verify_result(ssl) != 0) return NULL;",
      "static int collect(int ok, X509_STORE_CTX *store) { (void)ok; (void)store; return 1; }\n",
    ),
  },
  {
    name: "a callback from elsewhere",
    code: inFunction("SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, verify);", "int verify(int, X509_STORE_CTX *);\n"),
  },
  {
    name: "the whole check replaced by yes",
    code: inFunction(
      "SSL_CTX_set_cert_verify_callback(ctx, all_fine, NULL);",
      "static int all_fine(X509_STORE_CTX *store, void *argument) { return 1; }\n",
    ),
  },
  {
    name: "a lambda that says yes",
    path: "src/program.cpp",
    code: `#include <openssl/ssl.h>
namespace net {
class Client {
 public:
  explicit Client(SSL_CTX *given) : ctx_(given) {
    SSL_CTX_set_verify(ctx_, SSL_VERIFY_PEER, [](int, X509_STORE_CTX *) -> int { return 1; });
    ::SSL_CTX_set_min_proto_version(this->ctx_, TLS1_1_VERSION);
    if (auto made = ::SSL_CTX_new(::SSLv23_method()); made != nullptr) ctx_ = made;
    SSL_CTX_set_cipher_list(ctx_, R"(ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA:ECDHE-ECDSA-AES128-GCM-SHA256)");
  }
 private:
  SSL_CTX *ctx_ = nullptr;
};
}
`,
  },
];

const callback = (name: string, body: string): CCase => ({
  name: `a callback: ${name}`,
  code: inFunction(
    "SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, on_verify);",
    `#include <stdio.h>
#include <stdlib.h>
#define FINE 1
static void look(int *given) { (void)given; }
static int on_verify(int ok, X509_STORE_CTX *store) {
  (void)store; (void)look;
  ${body}
}
`,
  ),
});

const callbacks: readonly CCase[] = [
  callback("its parameter overwritten", "ok = 1; return ok;"),
  callback("its parameter overwritten, where something is looked at", "if (store) ok = 1; return ok;"),
  callback("a variable of its own", 'int result = 1; if (!ok) puts("not trusted"); return result;'),
  callback("a variable of its own that takes the answer in", "int result = 1; if (!ok) result = 0; return result;"),
  callback("a variable that is narrowed", "int result = 1; result &= ok; return result;"),
  callback("a variable that is handed on", "ok = 1; look(&ok); return ok;"),
  callback("what went wrong made right", 'if (!ok) { puts("not trusted"); ok = FINE; } return ok;'),
  callback(
    "one thing that went wrong made right",
    "if (!ok && X509_STORE_CTX_get_error(store) == 10) ok = 1; return ok;",
  ),
  callback(
    "what is no answer made right",
    "int result = X509_STORE_CTX_get_error(store) == 0; if (result != 1) result = 1; return result;",
  ),
  callback("yes to a no", "if (!ok) return 1; return ok;"),
  callback("yes to a yes", "if (ok) return 1; return ok;"),
  callback("whatever the answer, or yes", "return ok || FINE;"),
  callback("the answer, and yes", "return ok && FINE;"),
  callback("zero first, and then yes", "int result = 0; result = 1; return result;"),
  callback("yes first, and then the answer", "int result = 1; result = ok; return result;"),
  callback("less than zero", "int result = -1; return result;"),
  callback("the end of the program", "if (!ok) exit(1); return 1;"),
  callback("a jump over what says yes", "if (!ok) goto out; ok = 1; out: return ok;"),
  callback("a loop that may not be entered", "while (store) ok = 1; return ok;"),
  callback("two variables that ask each other", "int other = ok; ok = other; other = ok; return other;"),
];

const accepted: readonly CCase[] = [
  "// NOLINT",
  "// NOLINT(cert-*)",
  "/* Flawfinder: ignore */",
  "// cppcheck-suppress weak",
  "// codeql[cpp/weak]",
  "// lgtm [cpp/weak]",
  "// the floor",
].map((comment) => ({
  name: `a comment for another scanner: ${comment}`,
  code: inFunction(`SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION); ${comment}`),
}));

const libcurl: readonly CCase[] = [
  {
    name: "libcurl that verifies nothing, and that does",
    code: `typedef void CURL;
enum { CURLOPT_SSL_VERIFYPEER = 64, CURLOPT_SSL_VERIFYHOST = 81, CURLOPT_PROXY_SSL_VERIFYHOST = 249 };
int curl_easy_setopt(CURL *handle, int option, ...);
void fetch(CURL *curl, int insecure) {
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0);
  curl_easy_setopt(curl, CURLOPT_PROXY_SSL_VERIFYHOST, 2L);
  curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, insecure ? 0L : 1L);
  if (insecure)
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
}
`,
  },
];

const together: readonly CCase[] = [
  {
    name: "the list of a context of TLS 1.0 waits for its method",
    code: inFunction(
      'ctx = SSL_CTX_new(TLSv1_method());\nSSL_CTX_set_cipher_list(ctx, "ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA");\nSSL_CTX_set_security_level(ctx, 0);',
    ),
  },
];

const preprocessor: readonly CCase[] = [
  {
    name: "under conditions of the preprocessor",
    code: inFunction(`#ifdef HAVE_TLS
SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);
#endif
#if 0
SSL_CTX_set_min_proto_version(ctx, TLS1_1_VERSION);
#else
SSL_CTX_set_max_proto_version(ctx, TLS1_2_VERSION);
#endif`),
  },
  {
    name: "what is always compiled",
    code: inFunction(`#if 1
SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);
#else
SSL_CTX_set_min_proto_version(ctx, 0);
#endif`),
  },
  {
    name: "what only releases out of range compile",
    code: inFunction(`#if OPENSSL_VERSION_NUMBER < 0x10100000L
ctx = SSL_CTX_new(SSLv23_client_method());
SSL_CTX_set_cipher_list(ctx, "RC4-SHA");
#else
ctx = SSL_CTX_new(TLS_client_method());
#endif`),
  },
  {
    name: "the same where they are in range",
    openssl: ">=1.0.2",
    code: inFunction(`#if (OPENSSL_VERSION_NUMBER < 0x10100000L)
SSL_CTX_set_cipher_list(ctx, "RC4-SHA");
#endif`),
  },
  {
    name: "braces that the preprocessor splits",
    code: inFunction(`#ifdef OLD
if (choice) {
#else
if (!choice) {
#endif
  SSL_CTX_set_cipher_list(ctx, "ECDHE-RSA-AES128-GCM-SHA256:RC4-SHA:ECDHE-ECDSA-AES128-GCM-SHA256");
  ctx = SSL_CTX_new(TLSv1_method());
}`),
  },
  {
    name: "a header that is read once",
    path: "src/setup.h",
    code: `#ifndef SETUP_H
#define SETUP_H
#include <openssl/ssl.h>
static inline int floor_of(SSL_CTX *ctx) { return SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION) == 1; }
#endif
`,
  },
  {
    name: "in macros",
    code: `#include <openssl/ssl.h>
#define NEW_CONTEXT() SSL_CTX_new(TLSv1_method())
#define ANY_METHOD SSLv23_client_method()
static const char *suites = "RC4-SHA";
#define SUITES_OF(ctx, suites) SSL_CTX_set_cipher_list(ctx, suites)
#define PREPARE(ctx) do { \\
    SSL_CTX_set_max_proto_version((ctx), TLS1_2_VERSION); /* a comment in between */ \\
    SSL_CTX_set_options((ctx), SSL_OP_NO_TLSv1_3 | SSL_OP_NO_SSLv3); \\
    SSL_CTX_set_verify((ctx), SSL_VERIFY_NONE, NULL); \\
  } while (0)
#ifdef METERS
#define FLOOR(ctx) SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION)
#endif
/*
#define OLD_FLOOR(ctx) SSL_CTX_set_min_proto_version(ctx, TLS1_1_VERSION)
*/
`,
  },
  {
    name: "in a macro of another kind, and beside one",
    code: inFunction(
      "SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);",
      "#define LIST_OF(suites) suites\n#define FLOOR(ctx) \\\n  SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION)\n",
    ),
  },
  {
    name: "another library under OpenSSL's names",
    code: inFunction('SSL_CTX_set_cipher_list(ctx, "RC4-SHA");').replace("<openssl/ssl.h>", "<wolfssl/openssl/ssl.h>"),
  },
  {
    name: "a library that is kept with a program",
    path: "deps/openssl/ssl/ssl_conf.c",
    code: inFunction("SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);"),
  },
  { name: "a test", path: "test/client.c", code: inFunction("SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);") },
  {
    name: "Windows' line breaks",
    code: inFunction("ctx = SSL_CTX_new(TLSv1_method());\nSSL_CTX_set_options(ctx, SSL_OP_NO_TLSv1_3);").replaceAll(
      "\n",
      "\r\n",
    ),
  },
];

const parameters: readonly CCase[] = [
  {
    name: "Diffie-Hellman parameters for TLS",
    code: `#include <openssl/ssl.h>
#include <openssl/dh.h>
void parameters(SSL_CTX *ctx, DH *dh) {
  DH_generate_parameters_ex(dh, 1024, DH_GENERATOR_2, NULL);
  SSL_CTX_set_tmp_dh(ctx, dh);
}
`,
  },
  {
    name: "moduli that are written out, in the library, and named",
    code: `#include <openssl/ssl.h>
#include <openssl/dh.h>
static DH *get_dh512(void) {
  static unsigned char dh512_p[] = { 0x00,
${"    0xDA, 0x58, 0x3C, 0x16, 0xD9, 0x85, 0x22, 0x89, 0xD0, 0xE4, 0xAF, 0x75, 0x6F, 0x4C, 0xCA, 0x92,\n".repeat(4)}  };
  static unsigned char dh512_g[] = { 0x02 };
  DH *dh = DH_new();
  BIGNUM *p = BN_bin2bn(dh512_p, sizeof(dh512_p), NULL), *g = BN_bin2bn(dh512_g, sizeof(dh512_g), NULL);
  return DH_set0_pqg(dh, p, NULL, g) ? dh : NULL;
}
DH *get_dh1024(void);
DH *get_dh2048(void);
DH *dh_of(int size);
void parameters(SSL_CTX *ctx, SSL *ssl, DH *dh) {
  BIGNUM *p = NULL, *q = NULL, *g = NULL;
  DH *named = get_dh1024();
  SSL_CTX_set_tmp_dh(ctx, get_dh512());
  SSL_CTX_set_tmp_dh(ctx, named);
  SSL_CTX_set_tmp_dh(ctx, get_dh2048());
  SSL_set_tmp_dh(ssl, dh_of(1024));
  BN_hex2bn(&p, "${"F488FD584E49DBCD".repeat(16)}");
  BN_hex2bn(&q, "${"F488FD584E49DBCD".repeat(4)}");
  BN_hex2bn(&g, "2");
  DH_set0_pqg(dh, p, q, g);
  p = BN_get_rfc2409_prime_1024(NULL);
  p = BN_get_rfc3526_prime_2048(NULL);
  SSL_CTX_set_tmp_dh(ctx, DH_get_1024_160());
  DH_generate_parameters_ex(dh, 512, DH_GENERATOR_2, NULL);
}
`,
  },
  {
    name: "the same for something else",
    code: `#include <openssl/dh.h>
void parameters(DH *dh) { DH_generate_parameters_ex(dh, 1024, DH_GENERATOR_2, NULL); }
`,
  },
];

const asio = (name: string, code: string, openssl?: string): CCase => ({
  name: `Asio: ${name}`,
  path: "src/program.cpp",
  ...(openssl !== undefined && { openssl }),
  code: `// a stand-in for asio/ssl.hpp
#include <map>
#include <string>
namespace boost { namespace asio { namespace ssl {
struct context {
  enum method { sslv2, sslv3, tlsv1, tlsv1_server, tlsv11_client, tlsv12, tlsv12_client, tls, tls_client };
  static const int verify_none = 0;
  context(method m);
  void set_verify_mode(int mode);
  template <typename Callback> void set_verify_callback(Callback) {}
};
const int verify_none = 0, verify_peer = 1;
struct verify_context {};
}}}
namespace ssl = boost::asio::ssl;
${code}`,
});

const boost: readonly CCase[] = [
  asio(
    "contexts of one version, in every way in which one is made",
    `struct Client {
  ssl::context own_{ssl::context::tlsv11_client};
  ssl::context other_;
  Client() : other_(boost::asio::ssl::context::sslv3) {}
};
void make() {
  boost::asio::ssl::context declared(boost::asio::ssl::context::tlsv1);
  ssl::context braced{ssl::context::tlsv12_client};
  ssl::context called = ssl::context(ssl::context::tlsv1_server);
  auto kept = new ssl::context(ssl::context::sslv2);
  delete kept;
}
`,
  ),
  asio(
    "contexts that negotiate, comparisons and tables",
    `void make(ssl::context::method method) {
  ssl::context declared(ssl::context::tls_client);
  std::map<std::string, ssl::context::method> methods = { { "tls1", ssl::context::tlsv1 } };
  if (method == ssl::context::tlsv1) declared.set_verify_mode(ssl::verify_peer);
}
`,
  ),
  asio("SSL 3.0 where OpenSSL has it", "ssl::context make() { return ssl::context(ssl::context::sslv3); }\n", "1.0.2"),
  asio(
    "who is verified",
    `void verify(ssl::context &nobody, ssl::context *pointed, ssl::context &somebody, int mode) {
  nobody.set_verify_mode(ssl::verify_none);
  pointed->set_verify_mode(ssl::context::verify_none);
  somebody.set_verify_mode(boost::asio::ssl::verify_peer);
  somebody.set_verify_mode(mode);
  somebody.set_verify_callback([](bool preverified, ssl::verify_context &) { return preverified; });
  nobody.set_verify_callback([](bool, ssl::verify_context &) { return true; });
}
`,
  ),
  asio(
    "a client that verifies nothing, and nothing looks at it",
    `void connect(bool insecure) {
  ssl::context always(ssl::context::tls_client), asked(ssl::context::tls_client);
  always.set_verify_mode(ssl::verify_none);
  if (insecure) asked.set_verify_mode(ssl::verify_none);
}
`,
  ),
  asio(
    "a client beside one that verifies",
    `void connect(ssl::context &other) {
  ssl::context own(ssl::context::tls_client);
  own.set_verify_mode(ssl::verify_none);
  other.set_verify_mode(ssl::verify_peer);
}
`,
  ),
  asio(
    "a server that asks nobody",
    `void serve() {
  ssl::context own(ssl::context::tlsv1_server);
  own.set_verify_mode(ssl::verify_none);
}
`,
  ),
  {
    name: "the names of Asio's without Asio",
    path: "src/program.cpp",
    code: `struct Dialog { void set_verify_mode(int); };
const int verify_none = 0;
void show(Dialog &dialog) { dialog.set_verify_mode(verify_none); }
`,
  },
];

export const cases: readonly CCase[] = [
  ...methods,
  ...bounds,
  ...options,
  ...lists,
  ...verification,
  ...callbacks,
  ...accepted,
  ...libcurl,
  ...boost,
  ...together,
  ...preprocessor,
  ...parameters,
];
