/** A kind of text that is made to be too much, at any size; the path tells who reads it. */
export interface Shape {
  readonly path: string;
  readonly size: number;
  readonly text: (size: number) => string;
}

const times = (size: number, line: (index: number) => string, between = "\n"): string =>
  Array.from({ length: size }, (_, index) => line(index)).join(between);

const program = (body: string): string => `import tls from "node:tls";\n${body}\n`;

export const shapes: Readonly<Record<string, Shape>> = {
  "doubling arrays joined": {
    path: "a.js",
    size: 8,
    text: (size) =>
      program(
        `const s0 = ["AES128-SHA"];\n${times(size, (i) => `const s${i + 1} = [...s${i}, ...s${i}];`)}\ntls.connect({ host, ciphers: s${size}.join(":") });`,
      ),
  },
  "doubling spreads": {
    path: "a.js",
    size: 8,
    text: (size) =>
      program(
        `const s0 = { minVersion: "TLSv1" };\n${times(size, (i) => `const s${i + 1} = { ...s${i}, ...s${i} };`)}\ntls.connect(s${size});`,
      ),
  },
  "objects that spread each other": {
    path: "a.js",
    size: 4,
    text: (size) =>
      program(
        `let ${times(size, (i) => `v${i} = { minVersion: "TLSv1" }`, ", ")};\n${times(size, (i) => times(size, (j) => (i === j ? "" : `if (c) v${i} = { ...v${j} };`)))}\ntls.connect(v0);`,
      ),
  },
  "functions out of objects that are made of each other": {
    path: "a.js",
    size: 10,
    text: (size) =>
      program(
        `let ${times(size, (i) => `v${i} = {}`, ", ")};\n${times(size, (i) => `v${i} = { ...v${(i + 1) % size}, f${i}() {} };\nconst { f${i}: g${i} } = v${i};\ng${i}();`)}\ntls.connect({ host, minVersion: "TLSv1" });`,
      ),
  },
  "conditional spreads": {
    path: "a.js",
    size: 20,
    text: (size) =>
      program(
        `tls.connect({ host, ${times(size, (i) => `...(c${i} ? { minVersion: "TLSv1" } : {})`, ", ")}, rejectUnauthorized: false });`,
      ),
  },
  "many sites": {
    path: "a.js",
    size: 20,
    text: (size) => program(times(size, (i) => `tls.connect({ port: ${i}, minVersion: "TLSv1" });`)),
  },
  "many sites on one line": {
    path: "a.js",
    size: 20,
    text: (size) => program(times(size, (i) => `tls.connect({ port: ${i}, rejectUnauthorized: false }) /* a */;`, " ")),
  },
  "a nested choice of weak ends": {
    path: "a.js",
    size: 8,
    text: (size) =>
      program(`tls.connect({ host, minVersion: ${times(size, (i) => `k === ${i} ? "TLSv1"`, " : ")} : "TLSv1" });`),
  },
  "long text in base64": {
    path: "a.js",
    size: 1000,
    text: (size) =>
      program(`tls.connect({ host, ciphers: Buffer.from("${"=".repeat(size)}x", "base64").toString() });`),
  },
  "long parameters": {
    path: "a.js",
    size: 500,
    text: (size) => program(`tls.createServer({ dhparam: "-----BEGIN DH PARAMETERS-----${"\\n".repeat(size)}" });`),
  },
  "long lists of ciphers": {
    path: "a.js",
    size: 100,
    text: (size) => program(`tls.connect({ host, ciphers: "${times(size, (i) => `AES${i}`, ":")}" });`),
  },
  "YAML merged in levels": {
    path: "compose.yml",
    size: 6,
    text: (size) =>
      `x-a0: &a0 { NODE_TLS_REJECT_UNAUTHORIZED: "0" }\n${times(size, (i) => `x-a${i + 1}: &a${i + 1} { <<: [*a${i}, *a${i}] }`)}\nservices:\n  a:\n    image: a\n    environment:\n      <<: *a${size}\n`,
  },
  "YAML that holds itself": {
    path: "compose.yml",
    size: 10,
    text: (size) =>
      `services:\n  a: &a\n    image: a\n    environment: &e\n      NODE_TLS_REJECT_UNAUTHORIZED: "0"\n${times(size, (i) => `      x${i}: *e`)}\n      <<: *e\n`,
  },
  "YAML environment": {
    path: ".github/workflows/a.yml",
    size: 20,
    text: (size) =>
      `on: push\njobs:\n  a:\n    runs-on: a\n    env:\n${times(size, () => `      NODE_TLS_REJECT_UNAUTHORIZED: "0"`)}\n`,
  },
  "YAML steps": {
    path: ".github/workflows/a.yml",
    size: 20,
    text: (size) =>
      `on: push\njobs:\n  a:\n    runs-on: a\n    steps:\n${times(size, () => `      - run: NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js`)}\n`,
  },
  "flags in .env": {
    path: ".env",
    size: 10,
    text: (size) => `NODE_OPTIONS="${times(size, () => "--tls-min-v1.0", " ")}"\n`,
  },
  "flags of a script": {
    path: "package.json",
    size: 10,
    text: (size) => JSON.stringify({ scripts: { a: `node ${times(size, () => "--tls-min-v1.0", " ")} a.js` } }),
  },
  "a long script": {
    path: "package.json",
    size: 40,
    text: (size) => JSON.stringify({ scripts: { a: times(size, () => "node --tls-min-v1.0 a.js", " && ") } }),
  },
  scripts: {
    path: "package.json",
    size: 20,
    text: (size) =>
      JSON.stringify(
        { scripts: Object.fromEntries(Array.from({ length: size }, (_, i) => [`a${i}`, "node --tls-min-v1.0 a.js"])) },
        null,
        1,
      ),
  },
  engines: {
    path: "package.json",
    size: 100,
    text: (size) =>
      JSON.stringify({ engines: { node: `${" >".repeat(size / 2)}` }, scripts: { a: "node --tls-min-v1.0 a.js" } }),
  },
  "blanks in .env": {
    path: ".env",
    size: 100,
    text: (size) => `NODE_TLS_REJECT_UNAUTHORIZED=0y${" ".repeat(size)}x\n`,
  },
  "lines of .env": { path: ".env", size: 20, text: (size) => times(size, () => "NODE_TLS_REJECT_UNAUTHORIZED=0") },
  "blanks in .npmrc": { path: ".npmrc", size: 100, text: (size) => `strict-ssl=0y${" ".repeat(size)}x\n` },
  "lines of .npmrc": { path: ".npmrc", size: 20, text: (size) => times(size, () => "strict-ssl=false") },
  "blanks in openssl.cnf": {
    path: "openssl.cnf",
    size: 100,
    text: (size) => `[y${" ".repeat(size)}x\nMinProtocol = 0y${" ".repeat(size)}x\n`,
  },
  "lines of openssl.cnf": {
    path: "openssl.cnf",
    size: 20,
    text: (size) => `[a]\n${times(size, () => "MinProtocol = TLSv1")}`,
  },
  "quotes in a Dockerfile": {
    path: "Dockerfile",
    size: 100,
    text: (size) => `FROM a\nCMD ["NODE_TLS_REJECT_UNAUTHORIZED=0 ${'\\"'.repeat(size)}]\n`,
  },
  "lines of a Dockerfile": {
    path: "Dockerfile",
    size: 20,
    text: (size) => `FROM a\n${times(size, () => "ENV NODE_TLS_REJECT_UNAUTHORIZED=0")}\n`,
  },
  "lines of a shell script": {
    path: "a.sh",
    size: 20,
    text: (size) => times(size, () => "NODE_TLS_REJECT_UNAUTHORIZED=0 node a.js"),
  },
  "words of a shell script": {
    path: "a.sh",
    size: 20,
    text: (size) => `node ${times(size, () => "--tls-min-v1.0", " ")} a.js\n`,
  },
};
