/** A program with one set of options, and how sure its finding is without types and with them; `none` for no finding. */
export interface TypedCase {
  readonly name: string;
  readonly code: string;
  readonly untyped: Certainty;
  readonly typed: Certainty;
}

export type Certainty = "proven" | "likely" | "none";

/** A package that hands options on, as its declarations say. */
export const wrapperPackage: Readonly<Record<string, string>> = {
  "package.json": '{ "name": "wrapper", "version": "1.0.0", "types": "index.d.ts" }\n',
  "index.d.ts": `import type { ConnectionOptions, TlsOptions } from 'node:tls';

export interface PoolOptions {
  readonly host: string;
  readonly ssl?: boolean | ConnectionOptions;
}

export interface LooseOptions {
  readonly minVersion?: string;
}

export declare class Pool {
  constructor(options: PoolOptions);
}

export declare function open(options: ConnectionOptions): void;
export declare function listen(options: TlsOptions): void;
export declare function loose(options: LooseOptions): void;
export declare function generic<Options extends ConnectionOptions>(options: Options): Options;
export declare function nested<Settings extends { readonly tls?: ConnectionOptions }>(settings: Settings): Settings;
export declare function anything<Options>(options: Options): Options;
`,
};

const imports =
  "import type * as https from 'node:https';\nimport type * as tls from 'node:tls';\nimport { anything, generic, listen, loose, nested, open, Pool } from 'wrapper';\n\n";
const names =
  "\nexport default [anything, generic, listen, loose, nested, open, Pool];\nexport type All = https.RequestOptions | tls.ConnectionOptions;\n";

function cases(untyped: Certainty, typed: Certainty, codes: Readonly<Record<string, string>>): readonly TypedCase[] {
  return Object.entries(codes).map(([name, code]) => ({ name, code: `${imports}${code}\n${names}`, untyped, typed }));
}

const weak = "{ minVersion: 'TLSv1' }";

const proven = cases("likely", "proven", {
  "an annotated variable": `export const options: tls.ConnectionOptions = ${weak};`,
  "a wrapper from a package": `open(${weak});`,
  "a generic wrapper": `generic(${weak});`,
  "a generic wrapper of more than the options": `nested({ tls: ${weak} });`,
  "a constructor's property": `new Pool({ host: 'db', ssl: ${weak} });`,
  "an application's type that extends Node's": `interface Mine extends tls.ConnectionOptions { name: string }\nexport const mine: Mine = { name: 'a', minVersion: 'TLSv1' };`,
  "an intersection": `export const both: tls.SecureContextOptions & { name: string } = { name: 'a', minVersion: 'TLSv1' };`,
  "a property of an application's type": `interface Settings { upstream: { tls?: tls.ConnectionOptions } }\nexport const settings: Settings = { upstream: { tls: ${weak} } };`,
  "Partial, Omit and Pick": `export const part: Partial<Omit<Pick<tls.ConnectionOptions, 'minVersion' | 'host'>, 'host'>> = ${weak};`,
  "a request's options": `export const request: https.RequestOptions = ${weak};`,
  satisfies: `export const checked = ${weak} satisfies tls.ConnectionOptions;`,
  "a class field": `export class Client { readonly options: tls.ConnectionOptions = ${weak}; }`,
  "an interface that a class implements": `export class Options implements tls.SecureContextOptions { minVersion: tls.SecureVersion = 'TLSv1'; }`,
  "a return type": `export function make(): tls.ConnectionOptions { return ${weak}; }`,
  "the return type of an async function": `export async function make(): Promise<tls.ConnectionOptions> { return ${weak}; }`,
  "an element": `export const list: readonly tls.ConnectionOptions[] = [${weak}];`,
  "what a callback returns": `declare function lazily(make: () => tls.ConnectionOptions): void;\nlazily(() => (${weak}));`,
  "a variable that is handed on": `const options = { host: 'a', minVersion: 'TLSv1' as const };\nopen(options);`,
  "a variable that is spread": `const defaults = { minVersion: 'TLSv1' as const };\nopen({ host: 'a', ...defaults });`,
  "a write to a parameter": `export function weaken(options: tls.ConnectionOptions): void { options.minVersion = 'TLSv1'; }`,
  "a write to a member": `export class Client { declare options: tls.ConnectionOptions; weaken(): void { this.options.minVersion = 'TLSv1'; } }`,
  "a default in a pattern": `export function make({ minVersion = 'TLSv1' }: tls.ConnectionOptions): unknown { return minVersion; }`,
});

const provenOnly = cases("none", "proven", {
  "a value that is not unmistakable": "open({ ecdhCurve: 'secp192k1' });",
});

const applications = cases("likely", "none", {
  "an application's own interface": `interface ConnectOptions { minVersion: string }\ndeclare function connect(options: ConnectOptions): void;\nconnect(${weak});`,
  "one of Node's name": `interface ConnectionOptions { minVersion: string }\nexport const options: ConnectionOptions = ${weak};`,
  "an application's own generic": `interface ConnectOptions { minVersion: string }\ndeclare function connect<Options extends ConnectOptions>(options: Options): void;\nconnect(${weak});`,
  "a variable that is handed to the application": `interface ConnectOptions { minVersion: string }\ndeclare function connect(options: ConnectOptions): void;\nconst options = ${weak};\nconnect(options);`,
  "a write to the application's own": `export interface Release { minVersion?: string | undefined }\nexport function pin(release: Release): void { release.minVersion = 'TLSv1'; }`,
  "a type literal": `export const release: { readonly minVersion: string | number } = ${weak};`,
  "a server that asks for no certificate": "listen({ rejectUnauthorized: false });",
});

const untold = cases("likely", "likely", {
  any: `declare const connect: any;\nconnect(${weak});`,
  unknown: `declare function connect(options: unknown): void;\nconnect(${weak});`,
  "an index signature": `export const options: Record<string, string> = ${weak};`,
  "a generic that asks for nothing": `anything(${weak});`,
  "no annotation": `export const options = ${weak};`,
  "a package's own type": `loose(${weak});`,
  "an application's type with Node's versions": `interface ConnectOptions { minVersion: tls.SecureVersion }\nexport const options: ConnectOptions = ${weak};`,
  "an application's type with values as Node's": `interface ConnectOptions { rejectUnauthorized: boolean }\nexport const options: ConnectOptions = { rejectUnauthorized: false };`,
  "a union that may be either": `interface Release { minVersion: string }\nexport const either: Release | tls.ConnectionOptions = ${weak};`,
});

export const typedCases: readonly TypedCase[] = [...proven, ...provenOnly, ...applications, ...untold];
