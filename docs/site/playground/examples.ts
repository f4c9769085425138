import type { Language } from "./languages.js";

export interface Example {
  readonly title: string;
  readonly language: Language;
  readonly code: string;
}

/** What services of some years ago look like. */
export const examples: readonly Example[] = [
  {
    title: "A client of 2015",
    language: "javascript",
    code: `const https = require("https");

const agent = new https.Agent({
  keepAlive: true,
  secureProtocol: "TLS_method", // negotiates the best version, their support said
  ciphers: "ALL:!EXPORT:!LOW:!aNULL:!eNULL:@SECLEVEL=0",
  rejectUnauthorized: false, // their certificate ran out
});

https.get("https://partner.example.org/", { agent });
`,
  },
  {
    title: "A server with a fixed version",
    language: "javascript",
    code: `import { createServer } from "node:https";

createServer({
  key,
  cert,
  minVersion: "TLSv1",
  maxVersion: "TLSv1.2",
  ciphers: "ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-SHA:DES-CBC3-SHA",
  ecdhCurve: "prime256v1",
});
`,
  },
  {
    title: "The same option, two releases",
    language: "javascript",
    code: `import tls from "node:tls";

// What this reaches depends on the release: see the verdicts below.
tls.connect({ host, minVersion: "TLSv1" });

// Both names together throw.
tls.connect({ host, minVersion: "TLSv1.2", secureProtocol: "TLSv1_2_method" });

// Only \`false\` switches verification off.
tls.connect({ host, rejectUnauthorized: 0 });
`,
  },
  {
    title: "Drivers of databases",
    language: "typescript",
    code: `import { Pool, type PoolConfig } from "pg";
import { createConnection } from "mysql2/promise";

const config: PoolConfig = {
  host: process.env.PGHOST,
  ssl: { rejectUnauthorized: false },
};

export const pool = new Pool(config);

export const open = () => createConnection({ host: "db.example.org", ssl: { ca } });
`,
  },
  {
    title: "Code with a user's own choice",
    language: "typescript",
    code: `import https from "node:https";

interface Settings {
  insecure: boolean;
  minVersion?: "TLSv1.2" | "TLSv1.3";
}

export function agentFor(settings: Settings): https.Agent {
  const options: https.AgentOptions = { minVersion: settings.minVersion };
  if (settings.insecure) options.rejectUnauthorized = false;
  return new https.Agent(options);
}

process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
`,
  },
];
