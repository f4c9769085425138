/** Words of which every Python file that this package can judge holds one; seven characters at least, as the search wants. */
export const pythonTriggerWords: readonly string[] = [
  // the ssl module
  "PROTOCOL_",
  "SSLContext",
  "create_default_context",
  "_create_unverified_context",
  "_create_stdlib_context",
  "_create_default_https_context",
  "wrap_socket",
  "set_ciphers",
  "minimum_version",
  "maximum_version",
  "TLSVersion",
  "check_hostname",
  "verify_mode",
  "CERT_NONE",
  "OP_NO_SSL",
  "OP_NO_TLS",
  "OP_LEGACY",
  "match_hostname",
  "get_server_certificate",
  "PYTHONHTTPSVERIFY",
  "CURL_CA_BUNDLE",
  // modules of the standard library that verify nothing by default
  "SMTP_SSL",
  "starttls",
  "IMAP4_SSL",
  "POP3_SSL",
  "FTP_TLS",
  // what clients are told
  "DEFAULT_CIPHERS",
  "create_urllib3_context",
  "ssl_ciphers",
  "ssl_check_hostname",
  "ssl_verify",
  "disable_ssl_certificate_validation",
  "ssl_minimum_version",
  "ssl_min_version",
  "raiseMinimumTo",
  '"require"',
  "'require'",
  "verify-ca",
  "verify=",
  "verify =",
  ".verify",
  '"verify"',
  "'verify'",
  "ssl=False",
  "verify_ssl",
  "verify_certs",
  "validate_cert",
  "ssl_version",
  "tls_version",
  "cert_reqs",
  "assert_hostname",
  "tls_insecure_set",
  "tlsInsecure",
  "tlsAllowInvalid",
  "sslmode",
  "CertificateOptions",
  "insecurelyLower",
  // pyOpenSSL
  "SSL.Context",
  "_METHOD",
  "VERIFY_NONE",
  "set_verify",
  "set_cipher_list",
];

/** Whether a path, with `/`, is that of a Python program. */
export function isPythonPath(path: string): boolean {
  return /\.pyw?$/.test(path);
}

/** Whether a text may hold a finding at all. */
export function isPythonCandidateText(text: string): boolean {
  return pythonTriggerWords.some((word) => text.includes(word));
}
