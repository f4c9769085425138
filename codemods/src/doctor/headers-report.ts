import { delimiter, isAbsolute, join } from "node:path";
import { isInside } from "../files/posix-path.js";
import { textOf } from "../files/text.js";
import { describeLibrary, type Library } from "./library.js";

/** The OpenSSL that programs in C and C++ are compiled against, by the headers that a compiler finds. */
export interface HeadersReport extends Library {
  /** The header that names the version. */
  readonly path: string;
}

// where GCC and Clang look by themselves, and where Homebrew puts it
const standardFolders = [
  "/usr/local/include",
  "/usr/include",
  "/opt/homebrew/include",
  "/opt/homebrew/opt/openssl/include",
];

/** Reads files and runs nothing. Undefined where there are no headers. @param today `2026-11-23`. */
export function examineHeaders(
  env: NodeJS.ProcessEnv,
  today: string,
  repository?: string,
  folders: readonly string[] = standardFolders,
): HeadersReport | undefined {
  const given = (env["CPATH"] ?? "").split(delimiter).filter(isAbsolute);
  for (const folder of [...given, ...folders]) {
    const path = join(folder, "openssl", "opensslv.h");
    if (repository !== undefined && isInside(repository, path)) continue;
    const version = versionIn(path);
    if (version !== undefined) return { ...describeLibrary(version, today), path };
  }
  return;
}

function versionIn(path: string): string | undefined {
  const text = textOf(path);
  const [, version] = fork.exec(text) ?? own.exec(text) ?? [];
  return version;
}

// LibreSSL also names the release of OpenSSL that it began with
const fork = /LIBRESSL_VERSION_TEXT\s+"([^"\n]{1,80})"/;
const own = /OPENSSL_VERSION_TEXT\s+"([^"\n]{1,80})"/;
