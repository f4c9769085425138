/** A kind of text that is made to be too much, at any size; the path tells who reads it. */
export interface Shape {
  readonly path: string;
  readonly size: number;
  readonly text: (size: number) => string;
  /** Whether it says nothing about TLS. */
  readonly isHarmless?: boolean;
}

const times = (size: number, line: (index: number) => string, between = "\n"): string =>
  Array.from({ length: size }, (_, index) => line(index)).join(between);

const program = (body: string): string => `import tls from "node:tls";\n${body}\n`;

/** One module of a bundle, as minifiers write them. */
const bundledModule = (index: number): string =>
  `(function(e,t,n){var r=n(${index}),i=require("https"),o={a:1,b:{c:"x"+${index},d:[1,2,3]},ciphers:"AES"};` +
  `function a(e,t){return e?Object.assign({},o,t):{...t,minVersion:t.min||"TLSv1.2"}}function s(t){this.options=t,this.b=a(t,o)}` +
  `s.prototype.open=function(e){var t=this.options;t.host=e,t.x[e]=r.f(e)||t.y;return i.request(a(!0,t),function(e){e.on("data",n)})},` +
  `t.exports=s,t.exports.m${index}=new s({rejectUnauthorized:e===t,port:${index}}),r.g(o.b.c,o.a?o.b:o.d)});`;

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
  "modules of a bundle": {
    path: "a.js",
    size: 10,
    text: (size) => times(size, bundledModule),
  },
  "conditional spreads": {
    path: "a.js",
    size: 20,
    text: (size) =>
      program(
        `tls.connect({ host, ${times(size, (i) => `...(c${i} ? { minVersion: "TLSv1" } : {})`, ", ")}, rejectUnauthorized: false });`,
      ),
  },
  "one object in many calls": {
    path: "a.js",
    size: 20,
    text: (size) => program(`const o = { minVersion: "TLSv1" };\n${times(size, () => "tls.connect(o);")}`),
  },
  "one object of many writes": {
    path: "a.js",
    size: 20,
    text: (size) =>
      program(
        `const o = { host };\n${times(size, (i) => `o.p${i} = "TLSv1";`)}\no.minVersion = "TLSv1";\ntls.connect(o);`,
      ),
  },
  "writes behind many sites": {
    path: "a.js",
    size: 4,
    text: (size) =>
      program(
        `const o = { host };\n${times(size, () => "tls.connect(o);")}\n${times(size, () => `o.minVersion = "TLSv1";`)}`,
      ),
  },
  "doubling choices": {
    path: "a.js",
    size: 32,
    text: (size) =>
      program(
        `const s0 = "TLSv1";\n${times(size, (i) => `const s${i + 1} = c ? s${i} : d ? s${i} : "TLSv1.1";`)}\ntls.connect({ host, minVersion: s${size} });`,
      ),
  },
  "options with many values": {
    path: "a.js",
    size: 8,
    text: (size) =>
      program(
        `tls.connect({ host, ${["minVersion", "maxVersion", "ciphers", "sigalgs", "ecdhCurve", "secureProtocol"].map((name) => `${name}: ${times(size, (i) => `k${i} ? "v${i}"`, " : ")} : "w"`).join(", ")} });`,
      ),
  },
  "a variable that is set and used again and again": {
    path: "a.js",
    size: 20,
    text: (size) => program(`let v;\n${times(size, () => `v = "TLSv1";\ntls.connect({ host, minVersion: v });`)}`),
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
  "texts that are doubled, repeated and padded": {
    path: "a.js",
    size: 6,
    text: (size) =>
      program(
        `const s0 = "AES128-SHA:";\n${times(size, (i) => `const s${i + 1} = s${i} + s${i};`)}\ntls.connect({ host, ciphers: s${size}, sigalgs: "a".repeat(1e10), ecdhCurve: "a".padEnd(1e10) });`,
      ),
  },
  "sums of choices": {
    path: "a.js",
    size: 4,
    text: (size) =>
      program(
        `tls.connect({ host, ciphers: ${times(size, (i) => `(c${i} ? "AES128-SHA:" : "RC4-SHA:")`, " + ")}, minVersion: \`${times(size, (i) => `\${c${i} ? "TLSv1" : ""}`, "")}\` });`,
      ),
  },
  "functions of functions": {
    path: "a.js",
    size: 4,
    text: (size) =>
      program(
        `const f0 = (o) => ({ minVersion: "TLSv1", ...o });\n${times(size, (i) => `const f${i + 1} = (o) => f${i}(f${i}(o));`)}\ntls.connect(f${size}({ host }));`,
      ),
  },
  "long text in base64": {
    path: "a.js",
    size: 1000,
    text: (size) =>
      program(`tls.connect({ host, ciphers: Buffer.from("${"=".repeat(size)}x", "base64").toString() });`),
  },
  "names that hide each other": {
    path: "a.js",
    isHarmless: true,
    size: 50,
    text: (size) =>
      program(
        `var b;${times(size, () => "{ let a = (b) => a + b; { var b;", "")}\n${times(size, () => "a + b;")}\n${"}}".repeat(size)}`,
      ),
  },
  "names of bodies in heads": {
    path: "a.js",
    isHarmless: true,
    size: 50,
    text: (size) =>
      program(
        `const f = ${times(size, () => "function (p = a, q = ", "")}a${times(size, () => ") { var a = p; }", "")};`,
      ),
  },
  "long parameters": {
    path: "a.js",
    isHarmless: true,
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
    isHarmless: true,
    size: 100,
    text: (size) => `NODE_TLS_REJECT_UNAUTHORIZED=0y${" ".repeat(size)}x\n`,
  },
  "lines of .env": { path: ".env", size: 20, text: (size) => times(size, () => "NODE_TLS_REJECT_UNAUTHORIZED=0") },
  "blanks in .npmrc": {
    path: ".npmrc",
    isHarmless: true,
    size: 100,
    text: (size) => `strict-ssl=0y${" ".repeat(size)}x\n`,
  },
  "lines of .npmrc": { path: ".npmrc", size: 20, text: (size) => times(size, () => "strict-ssl=false") },
  "blanks in openssl.cnf": {
    path: "openssl.cnf",
    isHarmless: true,
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
    isHarmless: true,
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

/** Files of many findings, which are mended, marked and told of. */
export const files: Readonly<Record<string, Shape>> = {
  "calls, of which each may be marked": {
    path: "a.js",
    size: 10,
    text: (size) => program(times(size, () => "tls.connect({ rejectUnauthorized: false });")),
  },
  versions: {
    path: "a.js",
    size: 10,
    text: (size) => program(times(size, () => `tls.connect({ minVersion: "TLSv1" });`)),
  },
  "variables of the environment": {
    path: "a.js",
    size: 20,
    text: (size) => times(size, () => `process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";`),
  },
  "an array of options": {
    path: "a.js",
    size: 10,
    text: (size) =>
      program(
        `const all = [\n${times(size, () => `{ minVersion: "TLSv1" },`)}\n];\nfor (const each of all) tls.connect(each);`,
      ),
  },
  "comments that ignore a finding each": {
    path: "a.js",
    size: 20,
    text: (size) =>
      program(
        times(
          size,
          () =>
            "// @tls-codemod-ignore no-disabled-certificate-verification -- known\ntls.connect({ rejectUnauthorized: false });",
        ),
      ),
  },
  "comments of other tools above each": {
    path: "a.js",
    size: 10,
    text: (size) => program(times(size, () => `// eslint-disable-next-line\ntls.connect({ minVersion: "TLSv1" });`)),
  },
  "calls in Python": {
    path: "a.py",
    size: 20,
    text: (size) => `import requests\n${times(size, () => "requests.get(url, verify=False)")}\n`,
  },
  "contexts in Python": {
    path: "a.py",
    size: 20,
    text: (size) => `import ssl\n${times(size, () => "c = ssl._create_unverified_context()")}\n`,
  },
  "contexts in C": {
    path: "a.c",
    size: 20,
    text: (size) =>
      `#include <openssl/ssl.h>\nvoid f(void) {\n${times(size, (i) => `  SSL_CTX *c${i} = SSL_CTX_new(TLS_client_method());\n  SSL_CTX_set_verify(c${i}, SSL_VERIFY_NONE, NULL);`)}\n}\n`,
  },
  "functions in C": {
    path: "a.c",
    size: 20,
    text: (size) =>
      `#include <openssl/ssl.h>\n${times(size, (i) => `void f${i}(void) {\n  SSL_CTX *c = SSL_CTX_new(TLSv1_client_method());\n}`)}\n`,
  },
  "blocks of JavaScript in Markdown": {
    path: "a.md",
    size: 10,
    text: (size) => times(size, () => "```js\nrequire('tls').connect({ minVersion: 'TLSv1' });\n```\n"),
  },
  "blocks of shell in Markdown": {
    path: "a.md",
    size: 20,
    text: (size) => times(size, () => "```sh\nNODE_TLS_REJECT_UNAUTHORIZED=0 node a.js\n```\n"),
  },
  "scripts of a page": {
    path: "a.html",
    size: 10,
    text: (size) => times(size, () => "<script>\nrequire('tls').connect({ minVersion: 'TLSv1' });\n</script>"),
  },
};
