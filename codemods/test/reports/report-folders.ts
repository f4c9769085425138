import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createFleet } from "../harness/fleet.js";
import { createFolder, createRepository, type Folder } from "../harness/folder.js";
import { run } from "../harness/run.js";
import { ask, broken, manual, plain, strong, upgrade } from "../harness/samples.js";

const legacyService = fileURLToPath(new URL("../../../examples/legacy-service", import.meta.url));

/** The sample service, as a repository of its own. */
export function createLegacyService(): Folder {
  const folder = createFolder();
  cpSync(legacyService, folder.path, { recursive: true, filter: (source) => !source.includes("node_modules") });
  folder.commit();
  return folder;
}

/** Several repositories: the sample service, others that hold parts of it, and one with nothing to find. */
export function createSampleFleet(): Folder {
  const source = (name: string) => readFileSync(join(legacyService, "src", name), "utf8");
  const service = Object.fromEntries(
    readdirSync(join(legacyService, "src")).map((name) => [`src/${name}`, source(name)]),
  );
  return createFleet({
    "billing-worker": {
      Dockerfile: "FROM node:20\nENV NODE_TLS_REJECT_UNAUTHORIZED=0\n",
      "server.js": `require("https").createServer({ minVersion: process.env.TLS_MIN, key, cert });\n${manual}`,
    },
    "head-end-bridge": { "client.js": source("head-end-client.js") },
    "meter-gateway": service,
    "partner-portal": { "index.js": strong, "broken.js": broken, "logo.js": "\0" },
    "tariff-api": {
      "billing-health.js": source("billing-health.js"),
      "tariff.mjs": source("tariff-client.mjs"),
      "old.test.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- a test box\n${ask}${upgrade}`,
    },
  });
}

const nastyText =
  "'\\\"` | ]]> :: %0A ::error:: <!-- --> </script><img src=x onerror=alert(1)> </details> ``` ~~~ [x](y) @octocat =1+1 ${x} \u{1F512} é\u202e";

/** Paths, code and reasons that could break out of any format. */
export function createHostileFolder(): Folder {
  const quoted = JSON.stringify(nastyText);
  return createRepository({
    '=cmd|"/c calc"!A1.js': upgrade,
    "</script><img src=x onerror=alert(1)>.js": upgrade,
    "a,b;c::d %0A]]>`|`.js": `require('tls').connect({ secureProtocol: ${quoted} });\n`,
    "new\nline\r.js": ask,
    "näïve/\u{1F512} ключ.js": `\uFEFF/* \u{1F512} é */ ${upgrade}\r\n/* ключ \u{1F512} */ require('tls').connect({\r\n  rejectUnauthorized: false, // é\r\n  secureProtocol: 'TLS_method',\r\n});\r\n`,
    "reason.js": `// @tls-codemod-ignore no-disabled-certificate-verification -- ${nastyText}\n${ask}`,
    "marker.js": `/* @tls-codemod-todo no-disabled-certificate-verification: ${nastyText.replace("*/", "")} */\n${manual}`,
    "broken </script>\n::error::.js": broken,
    "binary ]]>`.js": Buffer.from("\0"),
    "plain.js": plain,
  });
}

/** What every format makes of one run, by the name of the format. */
export async function reportsOf(
  folder: Folder,
  formats: readonly string[],
  words: readonly string[] = [],
): Promise<Readonly<Record<string, string>>> {
  const results = createFolder();
  const ran = await run(folder, [
    ...words,
    ...formats.flatMap((format) => ["-o", `${format}:${join(results.path, format)}`]),
  ]);
  if (ran.exitCode === 2) throw new Error(ran.stderr);
  return Object.fromEntries(formats.map((format) => [format, results.read(format)]));
}
