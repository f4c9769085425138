/** Headers with OpenSSL's names in front of another library, and headers that only a library's own sources include. */
const otherHeader =
  /^[ \t]*#[ \t]*include[ \t]*[<"](?:wolfssl\/|cyassl\/|mbedtls\/|ssl_local\.h|ssl_locl\.h|\.\.\/ssl_loc|openssl\/base\.h|internal\/quic|\.\.\/(?:crypto\/)?internal\.h)/m;

/** Folders in which such a library is kept with a program. */
const otherFolder =
  /(?:^|\/)(?:boringssl|libressl[^/]*|wolfssl[^/]*|aws-lc|quictls|openssl-\d[^/]*|(?:deps|third_party|third-party|3rdparty|vendor|external|submodules)\/openssl)\//i;

/** Whether a file is part of a library that imitates OpenSSL, or of OpenSSL, or is written for one of them. */
export function isOtherLibrary(path: string, text: string): boolean {
  return otherFolder.test(path) || otherHeader.test(text);
}
