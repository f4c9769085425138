import { clients } from "../../clients/index.js";
import type { ConnectionString } from "../../define-client.js";
import { machineOf } from "./machines.js";
import { type Meaning, meaningOf, type Parameter, parametersOfText } from "./string-options.js";

/** A parameter of a connection string that takes verification away. */
export interface WeakParameter extends Pick<Parameter, "name" | "value" | "range" | "valueRange"> {
  readonly option: Meaning["option"];
  /** The value that verifies; undefined where the driver has no word for it. */
  readonly sound: string | undefined;
}

type Recognised = Pick<ConnectionString, "form" | "parameters"> & { readonly looksLike: RegExp };

const off = (...values: readonly (readonly [native: string, verifies: boolean])[]) =>
  ({ option: "rejectUnauthorized", values }) as const;

/** Drivers that read the same variables as Node's clients do: of Java, .NET and Python. */
const otherDrivers: readonly Recognised[] = [
  {
    looksLike: /^jdbc:sqlserver:/i,
    form: "pairs",
    parameters: { trustServerCertificate: off(["true", false], ["false", true]) },
  },
  {
    looksLike: /^jdbc:(?:mysql|mariadb):/i,
    form: "url",
    parameters: {
      verifyServerCertificate: off(["false", false], ["true", true]),
      trustServerCertificate: off(["true", false], ["false", true]),
    },
  },
  {
    looksLike: /^rediss:\/\//i,
    form: "url",
    parameters: { ssl_cert_reqs: off(["none", false], ["CERT_NONE", false], ["required", true]) },
  },
];

const recognised: readonly Recognised[] = [
  ...clients.flatMap(({ connectionStrings = [] }) =>
    connectionStrings.flatMap(({ form, parameters, looksLike }) =>
      looksLike ? [{ form, parameters, looksLike }] : [],
    ),
  ),
  ...otherDrivers,
];

// a longer text is no connection string
const longest = 4096;

/** The parameters of a connection string that take verification away; none where a text is no connection string. */
export function weakParameters(text: string): readonly WeakParameter[] {
  if (!isOneAddress(text)) return [];
  const found = recognised
    .filter(({ looksLike }) => looksLike.test(text))
    .flatMap((form) => parametersOfText(text, form).flatMap((parameter) => weakness(parameter, text)));
  return found.filter(({ range }, index) => found.findIndex((other) => other.range[0] === range[0]) === index);
}

function weakness(parameter: Parameter, text: string): readonly WeakParameter[] {
  const meaning = meaningOf(parameter, text);
  if (meaning?.value !== false && meaning?.value !== "accepts-all") return [];
  const sound = meaning.values?.find(([, value]) => value === true || value === "default")?.[0];
  const { name, value, range, valueRange } = parameter;
  return [
    { name, value, range, valueRange, option: meaning.option, sound: sound === undefined ? undefined : String(sound) },
  ];
}

/** A URL without blanks, or pairs `Name=value;`. */
function isOneAddress(text: string): boolean {
  return (
    text.length <= longest &&
    (/^[a-z][a-z\d+:.-]{1,40}:\/?\/?\S+$/i.test(text) || /^[a-z][a-z ]{1,30}=[^;\n]+;/i.test(text))
  );
}

/** Where a connection string says to do without TLS. */
export interface SaidPlaintext {
  readonly range: readonly [start: number, end: number];
  readonly valueRange: readonly [start: number, end: number];
  /** Whether the server has a name without a domain, as services have that are started together. */
  readonly isNear: boolean;
}

const postgres = /^postgres(?:ql)?:\/\//;
const withoutTls = /[?&](?<said>sslmode=(?<mode>disable))(?=&|$)/d;

/** What a connection string of PostgreSQL says to do without TLS on the way to another machine. */
export function plaintextIn(text: string): SaidPlaintext | undefined {
  if (text.length > longest || !postgres.test(text) || machineOf(text) !== "other") return;
  const said = withoutTls.exec(text)?.indices!.groups;
  const authority = text.replace(postgres, "").split(/[/?]/, 1)[0]!;
  const isNear = /^[\w-]+(?::\d*)?$/.test(authority.slice(authority.lastIndexOf("@") + 1));
  return said && { range: said["said"]!, valueRange: said["mode"]!, isNear };
}
