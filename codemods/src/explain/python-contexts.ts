import { assess, type Policy, type PythonRuntime, pythonRuntimes } from "tls-policy";
import type { Settings } from "tls-rules";
import { contextsOfPython } from "tls-rules/python";
import { groupBy } from "../collections/group-by.js";
import { withoutByteOrderMark } from "../files/byte-order-mark.js";
import { loadParser } from "../syntax-trees/load-parser.js";
import { parsePython } from "../syntax-trees/parse-python.js";
import { aspectsOf, listed } from "./aspects.js";
import type { ReleaseRow, ReleaseTable } from "./describe-releases.js";

/** A context of a Python program, as an explanation shows it. */
export interface PythonSite {
  readonly name: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
  readonly now: readonly ReleaseTable[];
}

/** What every Python, in range or not, does with each context of a text. */
export async function pythonSitesOf(path: string, text: string, settings: Settings): Promise<readonly PythonSite[]> {
  const parser = await loadParser("python");
  const file = parsePython(parser, path, withoutByteOrderMark(text));
  return contextsOfPython(file, settings, pythonRuntimes).map(({ name, side, ranges, verdicts }) => ({
    name: `${side ?? "perhaps a client"} of ${name}`,
    ranges,
    now: [{ when: undefined, rows: rowsOf(verdicts, settings) }],
  }));
}

type Verdicts = ReturnType<typeof contextsOfPython>[number]["verdicts"];

const aspects = aspectsOf(["minVersion", "rejectUnauthorized"]);
const isTold = () => true;

function rowsOf(verdicts: Verdicts, { policy, pythons }: Settings): readonly ReleaseRow[] {
  const rows = verdicts.map((verdict) => ({
    python: verdict.python,
    row: {
      isInRange: pythons.some(({ name }) => name === verdict.python.name),
      behaviour: behaviourOf(verdict),
      objections: objectionsTo(verdict, policy),
    },
  }));
  const alike = groupBy(rows, ({ row }) => JSON.stringify(row));
  return [...new Set(rows.map(({ row }) => JSON.stringify(row)))].map((key) => {
    const group = alike(key);
    return { ...group[0]!.row, releases: namesOf(group.map(({ python }) => python)) };
  });
}

function behaviourOf({ negotiation, side }: Verdicts[number]): string {
  if (negotiation.outcome === "throws") return `raises ${negotiation.error}: ${negotiation.reason}`;
  if (negotiation.outcome === "cannot-connect") return `cannot connect to anyone: ${negotiation.reason}`;
  return aspects.map((aspect) => aspect.describe(negotiation, side, isTold)).join("; ");
}

function objectionsTo({ negotiation, side, python }: Verdicts[number], policy: Policy): readonly string[] {
  if (negotiation.outcome === "throws") return [];
  const prohibited = assess(negotiation, policy, side, python.likeNode).filter(
    ({ subject, status }) => subject === "protocol-version" && status === "prohibited",
  );
  const alike = groupBy(prohibited, ({ reference }) => reference);
  return [...new Set(prohibited.map(({ reference }) => reference))].map(
    (reference) =>
      `the policy prohibits ${listed([...new Set(alike(reference).map(({ value }) => String(value)))])} (${reference})`,
  );
}

/** `Python 3.7-3.9, 3.10+ (distribution)`; the line of OpenSSL where others do something else. */
function namesOf(group: readonly PythonRuntime[]): string {
  const names = [...new Set(group.map(({ releases }) => releases))].flatMap((releases) => {
    const all = pythonRuntimes.filter((python) => python.releases === releases);
    const own = group.filter((python) => python.releases === releases);
    if (own.length === all.length) return [releases];
    return (["python.org", "distribution"] as const).flatMap((flavour) => {
      const ofFlavour = own.filter((python) => python.flavour === flavour);
      if (ofFlavour.length === 0) return [];
      const isWhole = ofFlavour.length === all.filter((python) => python.flavour === flavour).length;
      const lines = isWhole ? "" : ` with OpenSSL ${ofFlavour.map(({ openssl }) => openssl).join(", ")}`;
      return [`${releases} (${flavour})${lines}`];
    });
  });
  return names.join(", ");
}
