import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** Of the package that holds a headless Chromium for x64 Linux, with the libraries and fonts it needs. */
const require = createRequire(import.meta.url);
const manifest = join(dirname(require.resolve("@sparticuz/chromium")), "../../package.json");
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
const here = fileURLToPath(new URL("./", import.meta.url));
const folder = join(here, ".cache", `chromium-${version}`);

/** Where the packaged Chromium stands once it is unpacked; undefined where it cannot run. */
export const packagedChromiumPath =
  process.platform === "linux" && process.arch === "x64" ? join(folder, "chromium") : undefined;

/** What the packaged Chromium wants in its environment, so that it uses nothing of the machine but the C library. */
export const packagedChromiumEnvironment = {
  HOME: folder,
  LD_LIBRARY_PATH: join(folder, "al2023/lib"),
  FONTCONFIG_FILE: join(folder, "fonts.conf"),
};

const fontSettings = `<?xml version="1.0"?>
<fontconfig>
  <dir>${join(folder, "fonts/fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
</fontconfig>
`;

/** Unpacks it where that has not been done. The folder gets its name when it is complete, so that test files may do this at once. */
export async function unpackChromium(): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const fresh = await mkdtemp(`${folder}-`);
  // it unpacks into the folder for temporary files, and its libraries only where it believes to be with its favourite host
  const env = { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" };
  const unpack = `import chromium from "@sparticuz/chromium"; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", unpack], { cwd: here, env });
  await writeFile(join(fresh, "fonts.conf"), fontSettings);
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true }));
  if (!existsSync(packagedChromiumPath!))
    throw new Error(`@sparticuz/chromium ${version} has unpacked no Chromium into ${folder}.`);
}
