import { clients } from "tls-rules";
import { hasOtherFileTriggerWord } from "tls-rules/other-files/candidates";
import { describe, expect, it } from "vitest";
import { byHand, expectMended, expectSilent, summaries } from "./mended.js";

const off = "no-disabled-certificate-verification/parameter error ask";
const weak = "postgres://shop@db.example/shop?sslmode=no-verify";
const sound = "postgres://shop@db.example/shop?sslmode=verify-full";
const found = `${off}: sslmode=no-verify`;

describe("A connection string in a variable of any name", () => {
  it.each([
    [".env", (url: string) => `DATABASE_URL=${url}\n`],
    [".env", (url: string) => `export SHOP_DB="${url}&a=b"\n`],
    ["start.sh", (url: string) => `DATABASE_URL='${url}' node a.js\n`],
    ["Dockerfile", (url: string) => `FROM node\nENV DATABASE_URL=${url} A=b\n`],
    ["compose.yaml", (url: string) => `services:\n  web:\n    environment:\n      DATABASE_URL: ${url}\n`],
    ["compose.yaml", (url: string) => `services:\n  web:\n    environment:\n      - DATABASE_URL=${url}\n`],
    [".github/workflows/ci.yml", (url: string) => `jobs:\n  a:\n    env:\n      DATABASE_URL: "${url}"\n`],
    ["k8s/web.yaml", (url: string) => `env:\n  - name: DATABASE_URL\n    value: ${url}\n`],
    ["serverless.yml", (url: string) => `provider:\n  environment:\n    DATABASE_URL: ${url}\n`],
    ["Procfile", (url: string) => `web: DATABASE_URL=${url} node a.js\n`],
    ["shop.service", (url: string) => `[Service]\nEnvironment=DATABASE_URL=${url}\n`],
  ])("%s %#", (path, file) => expectMended(path, file(weak), file(sound), [found]));

  it("of a chart, under a key that nobody knows", () =>
    expectMended("chart/values.yaml", `db:\n  url: ${weak}\n`, `db:\n  url: ${sound}\n`, [
      `${off} likely: sslmode=no-verify`,
    ]));

  it("as a default, which is left to a person", () =>
    expect(
      summaries("compose.yaml", `services:\n  web:\n    environment:\n      A: "\${DATABASE_URL:-${weak}}"\n`),
    ).toEqual(["no-disabled-certificate-verification/parameter warning manual: sslmode=no-verify"]));
});

describe("The search for candidates", () => {
  const recognised = clients.flatMap(({ name, connectionStrings = [] }) =>
    connectionStrings.flatMap(({ looksLike, form, parameters }) =>
      looksLike && form !== "flag" && form !== "scheme"
        ? Object.entries(parameters).flatMap(([parameter, { option }]) =>
            option === "rejectUnauthorized" || option === "checkServerIdentity" ? [[name, parameter] as const] : [],
          )
        : [],
    ),
  );

  it.each(recognised)("knows the parameters of strings that are a client's beyond doubt: %s %s", (_, parameter) => {
    expect(recognised.length).toBeGreaterThan(8);
    expect(hasOtherFileTriggerWord(`A=b://c/?${parameter}=d`)).toBe(true);
  });

  it("needs one of them", () => expect(hasOtherFileTriggerWord("A=mysql://db.example/shop?charset=utf8")).toBe(false));
});

describe("What drivers read in it", () => {
  it.each([
    ["mongodb://a.example/x?tlsInsecure=true", "tlsInsecure=true", "tlsInsecure=false"],
    ['mysql://a.example/x?ssl={"rejectUnauthorized":false}', '"rejectUnauthorized":false', '"rejectUnauthorized":true'],
    [
      "mysql://a.example/x?ssl=%7B%22rejectUnauthorized%22%3Afalse%7D",
      "%22rejectUnauthorized%22%3Afalse",
      "%22rejectUnauthorized%22%3Atrue",
    ],
    [
      "mongodb+srv://a.example/?tlsAllowInvalidCertificates=true",
      "tlsAllowInvalidCertificates=true",
      "tlsAllowInvalidCertificates=false",
    ],
    ["mysql://a.example/x?sslaccept=accept_invalid_certs", "sslaccept=accept_invalid_certs", "sslaccept=strict"],
    [
      "Server=a.example;Database=x;TrustServerCertificate=true;",
      "TrustServerCertificate=true",
      "TrustServerCertificate=false",
    ],
    [
      "jdbc:sqlserver://a.example;trustServerCertificate=true",
      "trustServerCertificate=true",
      "trustServerCertificate=false",
    ],
    [
      "jdbc:mysql://a.example/x?verifyServerCertificate=false",
      "verifyServerCertificate=false",
      "verifyServerCertificate=true",
    ],
    ["rediss://a.example/0?ssl_cert_reqs=none", "ssl_cert_reqs=none", "ssl_cert_reqs=required"],
    ["postgres://a.example/x?uselibpqcompat=true&sslmode=require", "sslmode=require", "sslmode=verify-full"],
  ])("%s", (url, parameter, to) =>
    expectMended(".env", `URL=${url}\n`, `URL=${url.replace(parameter, to)}\n`, [`${off}: ${parameter}`]),
  );

  it("a scheme that takes any certificate", () =>
    expectMended(".env", "NEO4J_URI=neo4j+ssc://a.example\n", "NEO4J_URI=neo4j+s://a.example\n", [
      `${off}: neo4j+ssc`,
    ]));

  it("names that are not checked", () =>
    expectMended(
      ".env",
      "URL=mongodb://a.example/x?tlsAllowInvalidHostnames=true\n",
      "URL=mongodb://a.example/x?tlsAllowInvalidHostnames=false\n",
      ["no-disabled-hostname-verification/parameter error ask: tlsAllowInvalidHostnames=true"],
    ));

  it("no TLS at all, unless the server is on the same machine", () => {
    const plain = (host: string) => `DATABASE_URL=postgres://shop:pw@${host}/shop?sslmode=disable\n`;
    const verdict = "no-plaintext-connection/variable";
    expect(summaries(".env", plain("db.example:5432"))).toEqual([`${verdict} warning ask: sslmode=disable`]);
    expect(summaries(".env", plain("db:5432"))).toEqual([`${verdict} note ask: sslmode=disable`]);
    expectSilent(".env", plain("localhost"));
    expectSilent(".env", plain("127.0.0.1:5432"));
  });
});

describe("What is none", () => {
  it.each([
    [".env", "DATABASE_URL=postgres://shop@db.example/shop?sslmode=require\n"],
    [".env", "DATABASE_URL=postgres://shop@db.example/shop?sslmode=verify-full\n"],
    [".env", "MODE=sslmode=no-verify\n"],
    [".env", 'NOTE="never write postgres://db.example/a?sslmode=no-verify"\n'],
    [".env", "MONGO=mongodb://a.example/x?tlsInsecure=false\n"],
    ["openapi.yaml", `example: ${weak}\n`],
    ["docs.yaml", `text: write ${weak} where nothing else helps\n`],
  ])("%s: %s", (path, text) => expectSilent(path, text));

  it("a line that is switched off", () => expectSilent(".env", `# DATABASE_URL=${weak}\n`));

  it("an example weighs less", () =>
    expect(summaries(".env.example", `DATABASE_URL=${weak}\n`)).toEqual([
      "no-disabled-certificate-verification/parameter warning ask: sslmode=no-verify",
    ]));
});

it("is mended by hand where a script hands it to a program", () =>
  expect(summaries("a.sh", `heroku config:set DATABASE_URL=${weak}\n`)).toEqual([
    `${byHand(off)} likely: sslmode=no-verify`,
  ]));
