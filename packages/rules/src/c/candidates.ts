/** Words of which every C file that this package can judge holds one; long and exact, so that a tree without OpenSSL costs a search and nothing else. */
export const cTriggerWords: readonly string[] = [
  "SSLv2_method",
  "SSLv2_client",
  "SSLv2_server",
  "SSLv23_",
  "SSLv3_method",
  "SSLv3_client",
  "SSLv3_server",
  "TLSv1_method",
  "TLSv1_client_method",
  "TLSv1_server_method",
  "TLSv1_1_",
  "TLSv1_2_",
  "DTLSv1_",
  "_proto_version",
  "SSL_CTX_set_options",
  "SSL_set_options",
  "_clear_options",
  "_set_cipher_list",
  "_set_ciphersuites",
  "_set1_groups_list",
  "_set1_curves_list",
  "sigalgs_list",
  "_set_security_level",
  "SSL_CTX_set_verify",
  "SSL_set_verify",
  "SSL_CTX_set_cert_verify_callback",
  "SSL_CONF_cmd",
  "SSL_CTX_ctrl",
  "SSL_ctrl",
  "_set_hostflags",
  "CURLOPT_SSL_VERIFY",
  "CURLOPT_PROXY_SSL_VERIFY",
  "DH_generate_parameters",
  "DH_get_1024_160",
  "_set_tmp_dh",
  "::sslv2",
  "::sslv3",
  "::tlsv1",
  "set_verify_mode",
  "set_verify_callback",
  "_rfc2409_prime_",
  "_rfc3526_prime_1536",
  "dh_paramgen_prime_len",
];

const cPath = /\.(?:c|h|cc|cpp|cxx|c\+\+|hh|hpp|hxx)$/i;

/** Whether a path, with `/`, is that of a program in C or C++. */
export function isCPath(path: string): boolean {
  return cPath.test(path);
}

/** Whether the grammar of C++ reads a file: by its extension, and a header by words that C has not. */
export function isCpp(path: string, text: string): boolean {
  if (!/\.(?:c|h)$/.test(path)) return true;
  return path.endsWith(".h") && /^[ \t]*(?:namespace|class|template|using)\b/m.test(text);
}

/** Whether a text may hold a finding at all. */
export function isCCandidateText(text: string): boolean {
  return cTriggerWords.some((word) => text.includes(word));
}
