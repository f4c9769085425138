import type { TSESTree } from "@typescript-eslint/types";
import { type FileView, isCall } from "../program/file-view.js";
import type { PropertyWrite } from "../values/layers.js";
import { layerOf } from "../values/object-model.js";
import { alternativesOf } from "../values/static-value.js";
import { gap, textsOf } from "../values/texts.js";
import { machineOf, serverIn, whole } from "./machines.js";
import type { OptionValue, TlsOptions } from "./tls-options.js";

/** Whether what is connected to is a server of the program's own machine, whatever is chosen on the way. */
export function isOfOwnMachine(program: FileView, options: TlsOptions, value: OptionValue): boolean {
  const addresses = value.said?.by === "text" ? addressesSaying(value) : addressesOf(program, options.anchor, value);
  return whole(addresses.map((address) => machineOf(serverIn(address).replace(anyAddress, "localhost")))) === "own";
}

/** Where a server listens at every address, and a client reaches it at this machine's. */
const anyAddress = /(?<=^|\/\/|@)(?:0\.0\.0\.0|\[::\])(?=[:/]|$)/;

/** The connection strings that the parameter stands in. */
function addressesSaying({ write }: OptionValue): readonly string[] {
  let string = write.node.parent!;
  while (isPartOfText(string)) string = string.parent;
  return textsIn(write.program, string);
}

function isPartOfText(node: TSESTree.Node): node is TSESTree.Node & { readonly parent: TSESTree.Node } {
  const { type, parent } = node;
  return type === "TemplateElement" || (parent?.type === "BinaryExpression" && parent.operator === "+");
}

function textsIn(program: FileView, expression: TSESTree.Node): readonly string[] {
  return textsOf(program, expression).map(({ text }) => text);
}

/** Names beside which a client's TLS options stand, or those of the objects that hold them. */
const addressNames = new Set([
  "host",
  "hostname",
  "server",
  "target",
  "router",
  "url",
  "uri",
  "href",
  "node",
  "brokerURL",
  "connectionString",
]);

/** The properties in which a client takes an object of TLS options beside an address. */
const holderName =
  /^(tls|ssl|https|tlsOptions|sslOptions|socket|connect|agentOptions|dialectOptions|extra|options|cryptoCredentialsDetails)$/;

/** What writes the addresses in the object that a value is written into, or in the nearest of those around it that has one. */
function addressesBeside({ write }: OptionValue): readonly PropertyWrite[] {
  const { program } = write;
  for (let object = objectOf(write.node); object; object = objectAround(program, object)) {
    const addresses = addressesIn(program, object);
    if (addresses.length > 0) return addresses;
  }
  return [];
}

function objectOf({ parent, type }: TSESTree.Node): TSESTree.ObjectExpression | undefined {
  return type === "Property" && parent?.type === "ObjectExpression" ? parent : undefined;
}

function objectAround(program: FileView, { parent }: TSESTree.ObjectExpression): TSESTree.ObjectExpression | undefined {
  return parent.type === "Property" && holderName.test(program.textOf(parent.key)) ? objectOf(parent) : undefined;
}

/** The addresses beside a value, unless the call that takes it is given others, and else the texts that the call is given. */
function addressesOf(program: FileView, anchor: TSESTree.Node, value: OptionValue): readonly string[] {
  const given = (isCall(anchor) ? anchor.arguments : []).filter(({ type }) => type !== "SpreadElement");
  const beside = addressesBeside(value);
  const named = given.flatMap((argument) => addressesIn(program, argument));
  const isCovered = !beside.some(({ node }) => named.some((write) => write.node === node));
  const addresses = isCovered ? [...beside, ...named] : beside;
  return addresses.length > 0
    ? addresses.flatMap(addressesWritten)
    : given.flatMap((argument) => textsIn(program, argument).map(outsidePaths));
}

/** A lone text that begins with `/` is the path of a request, or of a proxy. */
function outsidePaths(text: string): string {
  return text.startsWith("/") ? gap : text;
}

function addressesIn(program: FileView, object: TSESTree.Node): readonly PropertyWrite[] {
  return [...layerOf(program, object).writes].flatMap(([name, writes]) =>
    addressNames.has(name) ? writes.filter((write) => !isSection(write)) : [],
  );
}

/** The `server: { proxy: ... }` of a configuration. */
function isSection({ key, program, value }: PropertyWrite): boolean {
  return key === "server" && alternativesOf(program, value).every(({ kind }) => kind === "object");
}

function addressesWritten({ program, value }: PropertyWrite): readonly string[] {
  const texts = textsIn(program, value);
  return texts.length > 0 ? texts : [gap];
}
