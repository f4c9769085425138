import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";
import { packagedChromiumEnvironment, packagedChromiumPath, unpackChromium } from "./packaged-chromium.js";

const usualPlaces: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
  ],
};

const installedPath = [process.env["CHROMIUM_PATH"] ?? [], usualPlaces[process.platform] ?? []]
  .flat()
  .find((path) => existsSync(path));

/** The Chromium that tests run: the one of CHROMIUM_PATH, an installed one, or the one that a package carries; undefined where there is none. */
export const chromiumPath: string | undefined = installedPath ?? packagedChromiumPath;

/** For the name of a test: that it is run, or why it is skipped. */
export const inChromium = chromiumPath
  ? "in Chromium"
  : "in Chromium (skipped: none is installed, and none is packaged for this platform; CHROMIUM_PATH names one)";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** In milliseconds: what a page shows in the end counts, and not how soon a machine with other work shows it. */
export const patience = 100_000;

export async function launch(): Promise<Browser> {
  const options = { headless: true, args: quiet, timeout: patience };
  if (installedPath) return chromium.launch({ ...options, executablePath: installedPath });
  await unpackChromium();
  return chromium.launch({ ...options, executablePath: packagedChromiumPath!, env: packagedChromiumEnvironment });
}
