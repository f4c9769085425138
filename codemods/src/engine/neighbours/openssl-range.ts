import { isCPath } from "tls-rules/c/candidates";
import { nearestSaying, type Teller } from "./nearest-file.js";
import type { Project } from "./project.js";

/** The releases of OpenSSL that a build file asks for. */
export interface OpenSslRange {
  readonly range: string;
  /** Absolute. */
  readonly file: string;
}

const release = String.raw`(\d[\w.]{0,20})`;

/**
 * By build file, the words that ask for a release of OpenSSL: CMake's find_package(OpenSSL) and pkg_check_modules, pkg.m4's
 * PKG_CHECK_MODULES, Meson's dependency(), and the manifests of vcpkg and Conan. What stands between words is bounded, so that reading is linear.
 */
const builds: readonly (readonly [file: string, words: readonly RegExp[]])[] = [
  [
    "CMakeLists.txt",
    [
      new RegExp(String.raw`\bfind_package\s{0,9}\(\s{0,9}OpenSSL\s{1,9}${release}`, "i"),
      new RegExp(
        String.raw`\bpkg_check_modules\s{0,9}\([^)]{0,200}?\b(?:openssl|libssl)\s{0,9}>=\s{0,9}${release}`,
        "i",
      ),
    ],
  ],
  ...["configure.ac", "configure.in"].map(
    (file) =>
      [
        file,
        [
          new RegExp(
            String.raw`\bPKG_CHECK_MODULES\s{0,9}\([^)]{0,200}?\b(?:openssl|libssl)\s{0,9}>=\s{0,9}${release}`,
          ),
        ],
      ] as const,
  ),
  [
    "meson.build",
    [
      new RegExp(
        String.raw`\bdependency\s{0,9}\(\s{0,9}'(?:openssl|libssl)'[^)]{0,200}?\bversion\s{0,9}:\s{0,9}\[?\s{0,9}'>=\s{0,9}${release}`,
      ),
    ],
  ],
  [
    "vcpkg.json",
    [new RegExp(String.raw`"name"\s{0,9}:\s{0,9}"openssl"[^}]{0,200}?"version>="\s{0,9}:\s{0,9}"${release}`)],
  ],
  ...["conanfile.txt", "conanfile.py"].map(
    (file) => [file, [new RegExp(String.raw`\bopenssl\/(?:\[([^\]\n]{1,60})\]|${release})`)] as const] as const,
  ),
];

const sources = builds.map(([file, words]): Teller => ({ file, read: (text) => rangeIn(text, words) }));

/** Of a file in C or C++, what the nearest build file that names a release asks for, from the folder of a file up to the root of its repository; a single release stands for those from it on. */
export function openSslRangeFor(file: string, project: Project): OpenSslRange | undefined {
  const said = isCPath(file) ? nearestSaying(file, project, sources) : undefined;
  return said && { range: said.text, file: said.path };
}

function rangeIn(text: string, words: readonly RegExp[]): string | undefined {
  for (const word of words) {
    const found = word
      .exec(text)
      ?.slice(1)
      .find((each) => each !== undefined);
    if (found !== undefined) return /^\d/.test(found) ? `>=${found}` : found;
  }
  return undefined;
}
