/* Says what this libssl makes of contexts. Each begins with the name of a method and goes on with calls, one a line; a blank line ends it. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/ssl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
  const char *name;
  const SSL_METHOD *(*method)(void);
} methods[] = {
  { "TLS_method", TLS_method },
  { "TLS_client_method", TLS_client_method },
  { "TLSv1_method", TLSv1_method },
  { "TLSv1_1_client_method", TLSv1_1_client_method },
  { "TLSv1_2_client_method", TLSv1_2_client_method },
};

static SSL_CTX *make(const char *name) {
  for (size_t index = 0; index < sizeof methods / sizeof *methods; index++)
    if (strcmp(name, methods[index].name) == 0) return SSL_CTX_new(methods[index].method());
  exit(2);
}

static long call(SSL_CTX *ctx, const char *name, const char *value) {
  long number = strtol(value, NULL, 0);
  if (strcmp(name, "min-version") == 0) return SSL_CTX_set_min_proto_version(ctx, number);
  if (strcmp(name, "max-version") == 0) return SSL_CTX_set_max_proto_version(ctx, number);
  if (strcmp(name, "options") == 0) return SSL_CTX_set_options(ctx, number), 1;
  if (strcmp(name, "cleared-options") == 0) return SSL_CTX_clear_options(ctx, number), 1;
  if (strcmp(name, "cipher-list") == 0) return SSL_CTX_set_cipher_list(ctx, value);
  if (strcmp(name, "ciphersuites") == 0) return SSL_CTX_set_ciphersuites(ctx, value);
  if (strcmp(name, "groups") == 0) return SSL_CTX_set1_groups_list(ctx, value);
  if (strcmp(name, "signature-algorithms") == 0) return SSL_CTX_set1_sigalgs_list(ctx, value);
  if (strcmp(name, "security-level") == 0) return SSL_CTX_set_security_level(ctx, number), 1;
  exit(2);
}

static void tell(SSL_CTX *ctx) {
  SSL *ssl = SSL_new(ctx);
  SSL_set_connect_state(ssl);
  STACK_OF(SSL_CIPHER) *suites = SSL_get1_supported_ciphers(ssl);
  printf("level %d suites", SSL_CTX_get_security_level(ctx));
  for (int index = 0; index < sk_SSL_CIPHER_num(suites); index++)
    printf(" %s", SSL_CIPHER_get_name(sk_SSL_CIPHER_value(suites, index)));
  puts("");
  sk_SSL_CIPHER_free(suites);
  SSL_free(ssl);
}

int main(void) {
  static char line[10000];
  SSL_CTX *ctx = NULL;
  printf("%lx\n", OpenSSL_version_num());
  while (fgets(line, sizeof line, stdin)) {
    line[strcspn(line, "\n")] = 0;
    char *value = strchr(line, ' ');
    if (line[0] == 0) {
      tell(ctx);
      SSL_CTX_free(ctx);
      ctx = NULL;
    } else if (ctx == NULL) {
      ctx = make(line);
      printf("level %d\n", SSL_CTX_get_security_level(ctx));
    } else {
      *value = 0;
      printf("%ld\n", call(ctx, line, value + 1));
    }
  }
  return 0;
}
