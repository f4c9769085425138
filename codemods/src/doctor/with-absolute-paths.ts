import { resolve } from "node:path";

/** The variables that name a file or folder to OpenSSL or Node. */
const named: readonly string[] = ["OPENSSL_CONF", "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR"];

/** An environment in which these mean the same files in whatever folder a program is started. */
export function withAbsolutePaths(env: NodeJS.ProcessEnv, folder: string): NodeJS.ProcessEnv {
  const given = named.filter((name) => env[name]);
  return { ...env, ...Object.fromEntries(given.map((name) => [name, resolve(folder, env[name]!)])) };
}
