import { existsSync } from "node:fs";
// of the docs' package, which alone needs it
import { chromium, type Browser } from "playwright-core";

/** Where a Chromium is, undefined without one: CHROMIUM_PATH, or Debian's place. */
export const chromiumPath = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium"].find((path) => path && existsSync(path));

const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath!, headless: true, args: quiet });
}
