import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const docs = fileURLToPath(new URL("../../docs/", import.meta.url));

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** Builds the site as it is published. A link to a page that is not there makes it fail. */
export async function buildSite(): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    [join(docs, "node_modules/vitepress/bin/vitepress.js"), "build", "site"],
    { cwd: docs },
  );
}

/** Serves the built site on loopback, as any file server would. */
export async function serveSite() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url!, "http://localhost");
    const file = join(docs, "site/dist", decodeURIComponent(pathname).replace(/\/$/, "/index.html"));
    const body = await readFile(file).catch(() => undefined);
    response
      .writeHead(body ? 200 : 404, { "Content-Type": types[extname(file)] ?? "application/octet-stream" })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
