import { describe, expect, it } from "vitest";
import { byHand, expectMended, expectSilent, summaries } from "./mended.js";

const verdict = "no-unverified-download/unverified warning ask";
const url = "https://tools.example.com/a.tgz";

describe("A command that fetches without verifying", () => {
  it.each([
    ["curl -k", `curl -k ${url}`, `curl ${url}`, "-k"],
    ["among other letters", `curl -fsSLk ${url}`, `curl -fsSL ${url}`, "-fsSLk"],
    ["the first of several letters", `curl -kLo a.tgz ${url}`, `curl -Lo a.tgz ${url}`, "-kLo"],
    ["the long option", `curl --insecure -o a.tgz ${url}`, `curl -o a.tgz ${url}`, "--insecure"],
    ["to a proxy", `curl --proxy-insecure ${url}`, `curl ${url}`, "--proxy-insecure"],
    ["behind sudo", `sudo curl -k ${url}`, `sudo curl ${url}`, "-k"],
    ["into a pipe", `curl -k ${url} | sh`, `curl ${url} | sh`, "-k"],
    ["in a substitution", `A=$(curl -k ${url})`, `A=$(curl ${url})`, "-k"],
    ["in a script of its own", `sh -c 'curl -k ${url}'`, `sh -c 'curl ${url}'`, "-k"],
    ["where the address is not known", 'curl -k "$URL"', 'curl "$URL"', "-k"],
    ["wget", `wget -q --no-check-certificate ${url}`, `wget -q ${url}`, "--no-check-certificate"],
    ["git, for one command", `git -c http.sslVerify=false clone ${url}`, `git clone ${url}`, "-c http.sslVerify=false"],
    [
      "git, for one host",
      `git -c http.https://a.example/.sslVerify=0 pull`,
      "git pull",
      "-c http.https://a.example/.sslVerify=0",
    ],
  ])("%s", (_name, before, after, found) =>
    expectMended("setup.sh", `${before}\n`, `${after}\n`, [`${verdict}: ${found}`]),
  );

  it("what git stores goes as a whole", () =>
    expectMended("setup.sh", `git config --global http.sslVerify false\ngit clone ${url}\n`, `git clone ${url}\n`, [
      "no-unverified-download/stored warning ask: http.sslVerify false",
    ]));

  it.each(["1", "0", "false", "true"])("git's variable, which means the same as %j", (value) =>
    expectMended("setup.sh", `GIT_SSL_NO_VERIFY=${value} git clone ${url}\n`, `git clone ${url}\n`, [
      `no-unverified-download/variable warning ask: GIT_SSL_NO_VERIFY=${value}`,
    ]),
  );

  it.each([
    ["Dockerfile", (command: string) => `FROM node\nRUN ${command}\n`],
    [".github/workflows/ci.yml", (command: string) => `jobs:\n  a:\n    steps:\n      - run: ${command}\n`],
    [".gitlab-ci.yml", (command: string) => `a:\n  script:\n    - ${command}\n`],
    ["package.json", (command: string) => `{ "scripts": { "a": "${command}" } }\n`],
    ["Makefile", (command: string) => `a:\n\t${command}\n`],
    ["Procfile", (command: string) => `web: ${command}\n`],
    ["setup.ps1", (command: string) => `${command}\n`],
    ["setup.cmd", (command: string) => `${command}\n`],
  ])("in %s", (path, file) => expectMended(path, file(`curl -k ${url}`), file(`curl ${url}`), [`${verdict}: -k`]));

  it("in PowerShell's own words", () =>
    expectMended(
      "setup.ps1",
      `Invoke-WebRequest -SkipCertificateCheck -Uri ${url}\n`,
      `Invoke-WebRequest -Uri ${url}\n`,
      [`${verdict}: -SkipCertificateCheck`],
    ));

  it("as an image's check", () =>
    expect(summaries("Dockerfile", `FROM node\nHEALTHCHECK CMD ["curl", "-k", "${url}"]\n`)).toEqual([
      `${verdict}: "-k"`,
    ]));

  it("in a variable of a workflow", () =>
    expect(summaries(".github/workflows/ci.yml", 'env:\n  A: b\n  GIT_SSL_NO_VERIFY: "true"\n')).toEqual([
      'no-unverified-download/variable warning ask: GIT_SSL_NO_VERIFY: "true"',
    ]));

  it("behind somebody's own choice", () =>
    expect(summaries("setup.sh", `if [ -n "$INSECURE" ]; then curl -k ${url}; fi\n`)).toEqual([
      `${byHand(verdict)}: -k`,
    ]));
});

it("Yarn's own setting is the registry's", () =>
  expect(summaries("setup.sh", "yarn config set enableStrictSsl false\n")).toEqual([
    "no-disabled-registry-verification/disabled error ask: enableStrictSsl false",
  ]));

describe("What is none", () => {
  it.each([
    `curl -fsSL ${url}`,
    "curl -k https://localhost:8443/health",
    "curl -sk https://127.0.0.1/health || exit 1",
    `curl -H -k ${url}`,
    `curl -Hk:v ${url}`,
    `curl -o -k ${url}`,
    `curl --cacert ca.pem ${url}`,
    `wget ${url}`,
    `echo "curl -k ${url}"`,
    `# curl -k ${url}`,
    `git -c http.sslVerify=true clone ${url}`,
    "git config --get http.sslVerify",
    "git commit -m http.sslVerify=false",
    "git log --grep GIT_SSL_NO_VERIFY=1",
    "tar -k a.tar curl",
  ])("%s", (line) => expectSilent("setup.sh", `${line}\n`));
});
