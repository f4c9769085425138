import { testRule } from "../../../../../test/harness/test-rule.js";

const https = `import https from "node:https";\n`;
const source = `class Source { verify = true; open() { return new https.Agent({ rejectUnauthorized: this.verify }); } }\n`;

testRule("no-disabled-certificate-verification", {
  valid: [
    { name: "a member that nobody sets", code: `${https}${source}export { Source };` },
    { name: "a subclass that says the same", code: `${https}${source}class Lab extends Source { verify = true; }` },
    {
      name: "a member of the same name of another class",
      code: `${https}${source}class Lab { verify = false; off() { this.verify = false; } }`,
    },
    {
      name: "a subclass of another class",
      code: `${https}${source}class Base {}\nclass Lab extends Base { verify = false; }`,
    },
    { name: "another member of a subclass", code: `${https}${source}class Lab extends Source { verbose = false; }` },
    {
      name: "an option that is on unless asked",
      code: `${https}export const open = ({ verify = true }) => new https.Agent({ rejectUnauthorized: verify });`,
    },
    {
      name: "a variable that is set to the same",
      code: `${https}let verify = true;\nexport function reset() { verify = true; }\nexport const open = () => new https.Agent({ rejectUnauthorized: verify });`,
    },
  ],
  invalid: [
    {
      name: "a field of a subclass",
      code: `${https}${source}class Lab extends Source { verify = false; }\nexport default [Source, Lab];`,
    },
    {
      name: "a field of a subclass of a subclass",
      code: `${https}${source}class Middle extends Source {}\nclass Lab extends Middle { verify = process.env.VERIFY; }`,
    },
    {
      name: "the constructor of a subclass",
      code: `${https}${source}class Lab extends Source { constructor() { super(); this.verify = false; } }`,
    },
    {
      name: "a getter of a subclass",
      code: `${https}class Source { get verify() { return true; } open() { return new https.Agent({ rejectUnauthorized: this.verify }); } }\nclass Lab extends Source { get verify() { return false; } }`,
    },
    {
      name: "a setter",
      code: `${https}export class Source { #verify = true; set verify(value) { this.#verify = value; } open() { return new https.Agent({ rejectUnauthorized: this.#verify }); } }`,
    },
    {
      name: "a method that sets",
      code: `${https}export class Source { verify = true; insecure() { this.verify = false; return this; } open() { return new https.Agent({ rejectUnauthorized: this.verify }); } }`,
    },
    {
      name: "a default of the constructor",
      code: `${https}export class Source { constructor(verify = true) { this.verify = verify; } open() { return new https.Agent({ rejectUnauthorized: this.verify }); } }\nexport const lab = new Source(false);`,
    },
    {
      name: "an insecure default of the constructor",
      code: `${https}export class Source { constructor(verify = false) { this.verify = verify; } open() { return new https.Agent({ rejectUnauthorized: this.verify }); } }`,
    },
    {
      name: "a variable with an exported setter",
      code: `${https}let verify = true;\nexport function setVerify(value) { verify = value; }\nexport const open = () => new https.Agent({ rejectUnauthorized: verify });`,
    },
    {
      name: "a member of the class itself",
      code: `${https}export class Source { static verify = true; static open() { return new https.Agent({ rejectUnauthorized: Source.verify }); } }\nexport const start = () => { Source.verify = false; };`,
    },
    {
      name: "a prototype",
      code: `const https = require("https");\nfunction Source() {}\nSource.prototype.verify = true;\nSource.prototype.open = function () { return new https.Agent({ rejectUnauthorized: this.verify }); };\nfunction Lab() {}\nLab.prototype = Object.create(Source.prototype);\nLab.prototype.verify = false;`,
    },
  ],
});
