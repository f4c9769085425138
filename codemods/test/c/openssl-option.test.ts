import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createFolder, createRepository } from "../harness/folder.js";
import { run } from "../harness/run.js";

// fails where the group is unknown, which is up to 3.0
const grouped = `#include <openssl/ssl.h>
int setup(SSL_CTX *ctx) { return SSL_CTX_set1_groups_list(ctx, "X25519MLKEM768:X25519"); }
`;

const pinned = `#include <openssl/ssl.h>
SSL_CTX *make(void) {
  SSL_CTX *ctx = SSL_CTX_new(TLSv1_method());
  return ctx;
}
`;

const messages = async (files: Readonly<Record<string, string>>, ...words: readonly string[]) => {
  const { stdout } = await run(createRepository(files), ["--format", "json", ...words]);
  const { findings } = JSON.parse(stdout) as { findings: readonly { readonly message: string }[] };
  return findings.map(({ message }) => message).join("\n");
};

describe("--openssl", () => {
  it("says which releases a program is linked with", async () => {
    expect(await messages({ "a.c": grouped })).toContain("on OpenSSL 1.1.1 and 3.0");
    expect(await messages({ "a.c": grouped }, "--openssl", ">=3.0")).toContain("on OpenSSL 3.0");
    expect(await messages({ "a.c": grouped }, "--openssl", ">=3.5")).toBe("");
  });

  it("is read from the configuration too", async () => {
    expect(await messages({ "a.c": grouped, "tls-codemod.config.json": '{ "openssl": "3.5.x" }' })).toBe("");
  });

  it.each(["latest", "<1.0.0", "3.0 or newer"])("refuses %s with what to write", async (range) => {
    const { exitCode, stderr } = await run(createRepository({ "a.c": grouped }), ["--openssl", range]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`--openssl ${JSON.stringify(range)}: `);
    expect(stderr).toContain('such as --openssl ">=3.0"');
  });
});

describe("the releases that build files ask for", () => {
  it.each([
    ["CMakeLists.txt", "cmake_minimum_required(VERSION 3.10)\nfind_package(OpenSSL 3.5 REQUIRED)\n"],
    ["CMakeLists.txt", "pkg_check_modules(TLS REQUIRED\n  libssl>=3.5.0 zlib)\n"],
    ["configure.ac", "PKG_CHECK_MODULES([OPENSSL], [openssl >= 3.5])\n"],
    ["meson.build", "ssl = dependency('openssl', version : '>=3.5.0', required : true)\n"],
    ["vcpkg.json", '{ "dependencies": [{ "name": "openssl", "version>=": "3.5.0" }, "zlib"] }\n'],
    ["conanfile.txt", "[requires]\nopenssl/3.5.1\n"],
    ["conanfile.py", 'requires = "openssl/[>=3.5 <5]"\n'],
  ])("%s", async (file, text) => {
    expect(await messages({ "src/net/a.c": grouped, [file]: text })).toBe("");
  });

  it("of the nearest that names one", async () => {
    const files = {
      "CMakeLists.txt": "find_package(OpenSSL 3.5)\n",
      "old/CMakeLists.txt": "find_package(OpenSSL 1.1.1)\n",
      "old/net/CMakeLists.txt": "add_library(net a.c)\nfind_package(OpenSSL REQUIRED)\n",
      "old/net/a.c": grouped,
    };
    expect(await messages(files)).toContain("on OpenSSL 1.1.1 and 3.0");
  });

  it("unless the command line says otherwise", async () => {
    const files = { "a.c": grouped, "CMakeLists.txt": "find_package(OpenSSL 3.5)\n" };
    expect(await messages(files, "--openssl", ">=3.0")).toContain("on OpenSSL 3.0");
  });

  it("and one that cannot be used is told", async () => {
    const { stderr, stdout } = await run(
      createRepository({ "a.c": grouped, "conanfile.py": 'requires = "openssl/[newest, please]"\n' }),
      [],
    );
    expect(stdout + stderr).toContain("OpenSSL of conanfile.py is `newest, please`, which cannot be used");
  });

  it("but none that a link leads to", async () => {
    const elsewhere = createFolder({ "CMakeLists.txt": "find_package(OpenSSL 3.5)\n" });
    const folder = createRepository({ "a.c": grouped });
    symlinkSync(join(elsewhere.path, "CMakeLists.txt"), join(folder.path, "CMakeLists.txt"));
    const { stdout } = await run(folder, ["--format", "json"]);
    expect(stdout).toContain("on OpenSSL 1.1.1 and 3.0");
  });
});

describe("C on the command line", () => {
  it("is found, fixed and put back", async () => {
    const folder = createRepository({ "src/a.c": pinned });
    folder.commit();
    const env = { TLS_CODEMOD_STATE: createFolder().path };
    await run(folder, ["fix", "--ask"], { env });
    expect(folder.read("src/a.c")).toContain("SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);");
    await run(folder, ["undo"], { env });
    expect(folder.read("src/a.c")).toBe(pinned);
  });

  it("accepts a finding by a comment with a reason", async () => {
    const suppressed = pinned.replace(
      "  SSL_CTX *ctx",
      "  /* @tls-codemod-ignore no-deprecated-protocol-version -- the meter speaks nothing newer */\n  SSL_CTX *ctx",
    );
    expect((await run(createRepository({ "a.c": suppressed }), [])).exitCode).toBe(0);
  });

  it("accepts what a baseline holds", async () => {
    const folder = createRepository({ "a.c": pinned });
    expect((await run(folder, ["baseline"])).exitCode).toBe(0);
    expect((await run(folder, [])).exitCode).toBe(0);
  });

  it("is explained where it stands", async () => {
    const { exitCode, stdout } = await run(createRepository({ "a.c": pinned }), ["explain", "a.c:3"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("no-deprecated-protocol-version");
  });

  it("is what a file of C++ by its extension is", async () => {
    const files = ["a.cc", "a.cpp", "a.cxx", "a.hpp", "a.h"].map((name) => [name, pinned]);
    const { stdout } = await run(createRepository(Object.fromEntries(files)), ["--format", "json"]);
    const { findings } = JSON.parse(stdout) as { findings: readonly { readonly path: string }[] };
    expect(findings.map(({ path }) => path).sort()).toEqual(["a.cc", "a.cpp", "a.cxx", "a.h", "a.hpp"]);
  });
});
