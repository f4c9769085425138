#!/usr/bin/env node
import module from "node:module";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

const cache = cacheFolder();
if (cache) {
  // there from Node 22.1 on
  module.enableCompileCache?.(cache);
  // the processes that judge keep theirs there, too
  process.env.NODE_COMPILE_CACHE = cache;
}
const { main } = await import("../dist/program/cli.js");
process.exitCode = await main(process.argv.slice(2));

/** Node's own default is a folder that all users of a machine share, and what is in the cache is code that runs. */
function cacheFolder() {
  const { NODE_COMPILE_CACHE: chosen, XDG_CACHE_HOME: folder = join(home(), ".cache") } = process.env;
  return chosen || (isAbsolute(folder) ? join(folder, "tls-codemod") : undefined);
}

/** A process may run under a user that has none. */
function home() {
  try {
    return homedir();
  } catch {
    return "";
  }
}
