import fc from "fast-check";
import { command, printCommand } from "./shell-grammar.js";

/** A file besides programs. */
export interface OtherFile {
  readonly path: string;
  readonly text: string;
}

const eol = fc.constantFrom("\n", "\r\n");
const line = command().map(printCommand);
const comment = fc.constantFrom("# because of the proxy", "# eslint is content");

const variables = fc.uniqueArray(
  fc.constantFrom(
    ["NODE_TLS_REJECT_UNAUTHORIZED", "0"],
    ["NODE_OPTIONS", "--tls-min-v1.0"],
    ["NODE_ENV", "production"],
    ["npm_config_strict_ssl", "false"],
    ["NPM_CONFIG_STRICT_SSL", "false"],
    ["NODE_EXTRA_CA_CERTS", "/ca.pem"],
  ) as fc.Arbitrary<readonly [string, string]>,
  { minLength: 1, maxLength: 4, selector: ([name]) => name },
);

const quote = fc.constantFrom("", '"', "'");

const lines = (list: fc.Arbitrary<string>, maxLength = 6) => fc.array(list, { minLength: 1, maxLength });

const file = (path: string, text: fc.Arbitrary<string>): fc.Arbitrary<OtherFile> =>
  fc.record({ path: fc.constant(path), text });

/** Lines under one kind of line break, perhaps behind a byte order mark. */
function saved(list: fc.Arbitrary<readonly string[]>, mayHaveMark = true): fc.Arbitrary<string> {
  const mark = mayHaveMark ? fc.constantFrom("", "\uFEFF") : fc.constant("");
  const ending = fc.constantFrom(true, false);
  return fc
    .tuple(list, eol, mark, ending)
    .map(([all, lineBreak, start, hasEnd]) => start + all.join(lineBreak) + (hasEnd ? lineBreak : ""));
}

const entry = (separators: readonly [string, ...string[]], comments: readonly [string, ...string[]]) =>
  fc
    .tuple(
      fc.constantFrom(
        ["NODE_TLS_REJECT_UNAUTHORIZED", "0"],
        ["NODE_OPTIONS", "--enable-source-maps --tls-min-v1.0"],
        ["NODE_OPTIONS", "--tls-cipher-list=ALL"],
        ["PORT", "3000"],
        ["SECRET", "a#b"],
      ),
      fc.constantFrom(...separators),
      quote,
      fc.constantFrom("", ...comments),
    )
    .map(([[name, value], separator, mark, behind]) => `${name}${separator}${mark}${value}${mark}${behind}`);

const dotenv = file(
  ".env",
  saved(
    lines(
      fc.oneof(
        { withCrossShrink: true },
        entry(["=", " = "], [" # why", "   "]),
        entry(["="], [""]).map((text) => `export ${text}`),
        comment,
        fc.constant(""),
      ),
    ),
  ),
);

const npmrc = file(
  ".npmrc",
  saved(
    lines(
      fc.constantFrom(
        "strict-ssl=false",
        "strict-ssl = false ; why",
        'strict-ssl="false"',
        "node-options=--tls-min-v1.0",
        "node-options=--enable-source-maps --tls-max-v1.2",
        "registry=https://registry.example.com/",
        "; strict-ssl=false",
        "# why",
        "",
      ),
    ),
  ),
);

const opensslConfig = file(
  "openssl.cnf",
  saved(
    lines(
      fc.constantFrom(
        "[system_default_sect]",
        "MinProtocol = TLSv1",
        "MinProtocol=TLSv1.2 # why",
        "MaxProtocol = TLSv1.2",
        "CipherString = DEFAULT:@SECLEVEL=0",
        "CipherString = ALL:!aNULL",
        "CipherString = DEFAULT@SECLEVEL=1 # why",
        "Options = UnsafeLegacyRenegotiation",
        "Options = ServerPreference,UnsafeLegacyServerConnect",
        "Options = UnsafeLegacyRenegotiation, ServerPreference",
        "# MinProtocol = TLSv1",
        "openssl_conf = openssl_init",
        "",
      ),
      8,
    ).map((all) => ["[system_default_sect]", ...all]),
    false,
  ),
);

const shell = file(
  "bin/start.sh",
  saved(
    fc
      .tuple(fc.boolean(), lines(fc.oneof({ withCrossShrink: true }, line, line, comment), 4))
      .map(([isStrict, all]) => ["#!/bin/sh", ...(isStrict ? ["set -e"] : []), ...all]),
    false,
  ).map((text) => text.replaceAll("\r", "")),
);

const packageJson = file(
  "package.json",
  fc
    .record({
      scripts: fc.dictionary(fc.constantFrom("start", "test", "build", "//"), line, {
        minKeys: 1,
        maxKeys: 3,
        noNullPrototype: true,
      }),
      config: fc.option(fc.constant({ "strict-ssl": false }), { nil: undefined }),
      engines: fc.constantFrom(undefined, { node: ">=18" }),
      indent: fc.constantFrom(2, "\t", 0),
      lineBreak: eol,
    })
    .map(({ indent, lineBreak, ...content }) =>
      JSON.stringify({ name: "app", ...content }, undefined, indent).replaceAll("\n", lineBreak),
    ),
);

const instruction = fc.oneof(
  { withCrossShrink: true },
  fc
    .tuple(variables, quote, fc.constantFrom(" ", " \\\n    "))
    .map(
      ([list, mark, between]) => `ENV ${list.map(([name, value]) => `${name}=${mark}${value}${mark}`).join(between)}`,
    ),
  fc
    .tuple(variables, fc.constantFrom("ENV", "ARG"))
    .map(([[entry], word]) => `${word} ${entry!.join(word === "ENV" ? " " : "=")}`),
  line.map((text) => `RUN ${text}`),
  fc.tuple(line, line).map(([first, second]) => `RUN ${first} && \\\n    # between\n    ${second}`),
  fc.tuple(line, line).map(([first, second]) => `RUN <<EOF\n${first}\n${second}\nEOF`),
  fc.constantFrom(
    'CMD ["node", "--tls-min-v1.0", "server.js"]',
    'ENTRYPOINT ["sh", "-c", "NODE_TLS_REJECT_UNAUTHORIZED=0 exec node x"]',
    "HEALTHCHECK CMD NODE_TLS_REJECT_UNAUTHORIZED=0 node health.js",
    "ONBUILD ENV NODE_TLS_REJECT_UNAUTHORIZED=0",
    "COPY . .",
    "# because of the proxy",
  ),
);

const dockerfile = file(
  "Dockerfile",
  saved(
    lines(instruction, 5).map((all) => ["FROM node:22", ...all].flatMap((text) => text.split("\n"))),
    false,
  ),
);

const scalar = (value: string, mark: string) =>
  mark === "" && /^--|^0$|^false$/.test(value) ? `"${value}"` : `${mark}${value}${mark}`;

const environmentOf = (indent: string) =>
  fc
    .tuple(variables, quote)
    .map(([list, mark]) => [
      `${indent}env:`,
      ...list.map(([name, value]) => `${indent}  ${name}: ${scalar(value, mark)}`),
    ]);

const scriptOf = (key: string, indent: string) =>
  fc.oneof(
    { withCrossShrink: true },
    line.map((text) => [`${key}${JSON.stringify(text)}`]),
    lines(line, 3).map((all) => [`${key}|`, ...all.map((text) => `${indent}  ${text}`)]),
  );

const workflow = file(
  ".github/workflows/ci.yml",
  saved(
    fc
      .tuple(
        fc.oneof(fc.constant<string[]>([]), environmentOf("")),
        fc.oneof(fc.constant<string[]>([]), environmentOf("    ")),
        fc.array(
          fc.tuple(scriptOf("      - run: ", "      "), fc.oneof(fc.constant<string[]>([]), environmentOf("        "))),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
      )
      .map(([top, job, steps]) => [
        "on: push",
        ...top,
        "jobs:",
        "  test:",
        "    runs-on: ubuntu-latest",
        ...job,
        "    steps:",
        ...steps.flat(2),
      ]),
    false,
  ),
);

const compose = file(
  "compose.yml",
  saved(
    fc
      .tuple(variables, fc.boolean(), quote, fc.option(line, { nil: undefined }), fc.boolean())
      .map(([list, isList, mark, start, hasComment]) => [
        "services:",
        "  api:",
        "    image: node:22",
        ...(start === undefined ? [] : [`    command: ${JSON.stringify(start)}`]),
        "    environment:",
        ...(hasComment ? ["      # because of the proxy"] : []),
        ...list.map(([name, value]) =>
          isList ? `      - ${mark}${name}=${value}${mark}` : `      ${name}: ${scalar(value, mark)}`,
        ),
      ]),
    false,
  ),
);

const gitlab = file(
  ".gitlab-ci.yml",
  saved(
    fc
      .tuple(variables, quote, lines(line, 3))
      .map(([list, mark, script]) => [
        "variables: &shared",
        ...list.map(([name, value]) => `  ${name}: ${scalar(value, mark)}`),
        "test:",
        "  variables:",
        "    <<: *shared",
        "  script:",
        ...script.map((text) => `    - ${JSON.stringify(text)}`),
      ]),
    false,
  ),
);

/** Files of every kind besides programs. */
export const otherFiles: fc.Arbitrary<OtherFile> = fc.oneof(
  { withCrossShrink: true },
  dotenv,
  npmrc,
  opensslConfig,
  shell,
  packageJson,
  dockerfile,
  workflow,
  compose,
  gitlab,
);
