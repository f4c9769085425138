/*
 * meter-client: asks one meter for its reading, for the shell scripts that ran before the service did.
 *
 *   cc -o meter-client meter-client.c -lssl -lcrypto
 *   ./meter-client 127.0.0.1:8443 ca.pem
 */
#include <stdio.h>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#define REQUEST "GET /reading HTTP/1.0\r\n\r\n"

static int verify_meter(int preverify_ok, X509_STORE_CTX *store)
{
	(void)preverify_ok;
	(void)store;
	return 1;
}

static SSL_CTX *new_context(const char *ca_file)
{
	SSL_CTX *ctx = SSL_CTX_new(TLSv1_client_method());

	if (ctx == NULL)
		return NULL;

	SSL_CTX_set_options(ctx, SSL_OP_ALL | SSL_OP_NO_SSLv2 | SSL_OP_LEGACY_SERVER_CONNECT);
	if (!SSL_CTX_set_cipher_list(ctx,
	                             "ECDHE-RSA-AES128-GCM-SHA256:"
	                             "AES128-SHA:DES-CBC3-SHA:"
	                             "RC4-SHA")) {
		SSL_CTX_free(ctx);
		return NULL;
	}
	if (!SSL_CTX_load_verify_locations(ctx, ca_file, NULL)) {
		SSL_CTX_free(ctx);
		return NULL;
	}
	SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, verify_meter);
	return ctx;
}

int main(int argc, char **argv)
{
	char answer[512];
	SSL_CTX *ctx;
	SSL *ssl = NULL;
	BIO *meter;
	int length, status = 1;

	if (argc != 3) {
		fprintf(stderr, "usage: meter-client HOST:PORT CA_FILE\n");
		return 2;
	}
	ctx = new_context(argv[2]);
	if (ctx == NULL) {
		ERR_print_errors_fp(stderr);
		return 1;
	}
	meter = BIO_new_ssl_connect(ctx);
	BIO_get_ssl(meter, &ssl);
	SSL_set_mode(ssl, SSL_MODE_AUTO_RETRY);
	BIO_set_conn_hostname(meter, argv[1]);
	if (BIO_do_connect(meter) > 0 && BIO_do_handshake(meter) > 0) {
		fprintf(stderr, "%s %s\n", SSL_get_version(ssl), SSL_get_cipher_name(ssl));
		BIO_puts(meter, REQUEST);
		while ((length = BIO_read(meter, answer, sizeof answer)) > 0)
			fwrite(answer, 1, (size_t)length, stdout);
		status = 0;
	} else {
		ERR_print_errors_fp(stderr);
	}
	BIO_free_all(meter);
	SSL_CTX_free(ctx);
	return status;
}
