import { type MendedText, mendText, VerificationError } from "tls-codemod";
import { negotiatePython, type Offers, PROTOCOL_VERSIONS, type PythonNegotiation, type Side } from "tls-policy";
import { defineRule, type Grade, resolveSettings } from "tls-rules";
import { analyzePython } from "tls-rules/python";
import { pythonReaderOf } from "../../../codemods/src/engine/reading/read-python.js";
import { loadParser } from "../../../codemods/src/syntax-trees/load-parser.js";
import { parsePython } from "../../../codemods/src/syntax-trees/parse-python.js";
import { withEdits } from "../../harness/with-edits.js";
import type { Fault } from "../check/faults.js";
import { overlapFaults } from "../check/texts.js";

const settings = resolveSettings({ level: "note" });
const { read } = await pythonReaderOf(undefined);
const parser = await loadParser("python");

const steps: readonly (readonly Grade[])[] = [["fix"], ["fix", "upgrade"], ["fix", "upgrade", "ask"]];

/** Mends a program at each level of grades and holds every law that such a mend is under. */
export function examinePython({ path, text }: { readonly path: string; readonly text: string }): readonly Fault[] {
  return steps.flatMap((grades) => {
    const mended = mend(path, text, grades);
    if (!("edits" in mended)) return [mended];
    const again = mend(path, mended.text, grades);
    const found = [
      ...overlapFaults(mended.edits),
      ...(withEdits(text, mended.edits) === mended.text
        ? []
        : [{ law: "every byte outside the edits is as it was", detail: "" }]),
      ...("edits" in again && again.text === mended.text ? [] : [{ law: "a second run is silent", detail: "" }]),
      ...(mended.text === text ? [] : meaningFaults(path, text, mended.text, grades)),
    ];
    return found.map(({ law, detail }) => ({ law, detail: `${grades.at(-1)}: ${detail}\n--- after\n${mended.text}` }));
  });
}

function mend(path: string, text: string, grades: readonly Grade[]): MendedText | Fault {
  try {
    return mendText(path, text, settings, { grades, read });
  } catch (error) {
    if (!(error instanceof VerificationError)) throw error;
    return { law: "what is written passes its own verification", detail: error.message };
  }
}

interface Outcome {
  readonly python: string;
  readonly side: Side;
  readonly negotiation: PythonNegotiation;
}

/** What every Python in range does with the one context of a program, read again from its text. */
function outcomesOf(path: string, text: string): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  const collector = defineRule({
    name: "collector",
    meta: { type: "problem", description: "see contexts", cwe: [], grades: [], references: [], messages: {} },
    checkPython({ contexts, pythons }) {
      const site = contexts.find(({ construction }) => construction !== undefined);
      const [alternative] = site?.construction?.alternatives ?? [];
      if (!site || !alternative) return;
      const isOnce = alternative.made.call === "wrap_socket";
      const operations = isOnce ? [] : site.steps.flatMap(({ alternatives: [only] }) => only?.operation ?? []);
      const side = site.side ?? "client";
      for (const python of pythons) {
        const negotiation = negotiatePython({ construction: alternative.made, operations }, python, side);
        outcomes.push({ python: python.name, side, negotiation });
      }
    },
  });
  analyzePython(parsePython(parser, path, text), settings, [collector]);
  return outcomes;
}

const age = (version: string) => PROTOCOL_VERSIONS.findIndex(({ name }) => name === version);

const oldest = ({ protocolVersions }: Offers) => Math.min(...protocolVersions.map(age));

const isModern = ({ protocolVersions }: Offers) => protocolVersions.some((version) => age(version) >= age("TLSv1.2"));

const gaps = 0x10000000 | 0x08000000;

/** Whether `SSL_OP_NO_TLSv1_1` or `SSL_OP_NO_TLSv1_2` is set. */
const hasGap = (text: string) =>
  [...text.matchAll(/options \|?= 0x([\da-f]+)/g)].some(([, bits]) => (Number.parseInt(bits!, 16) & gaps) !== 0);

/** Nothing that worked raises, no floor goes down, and who is verified is as before; with `ask`, not less. */
function meaningFaults(path: string, before: string, after: string, grades: readonly Grade[]): readonly Fault[] {
  const later = outcomesOf(path, after);
  return outcomesOf(path, before).flatMap(({ python, side, negotiation }): readonly Fault[] => {
    const then = later.find((outcome) => outcome.python === python)?.negotiation;
    if (negotiation.outcome !== "offers") return [];
    // the policy's suites are none of TLS 1.1, and OpenSSL stops at a gap between versions
    if (then?.outcome !== "offers" && (!isModern(negotiation) || hasGap(before))) return [];
    if (then?.outcome !== "offers")
      return [{ law: "what connects goes on connecting", detail: `${python}: ${JSON.stringify(then)}` }];
    // a list without a suite of TLS 1.2 gets some; the minimum itself stays
    const isOfSuites = oldest(then) === age("TLSv1.2") && !before.includes("TLSv1_3");
    const isLower = oldest(then) < oldest(negotiation) && !isOfSuites;
    const checks = (of: Offers) => [of.verifiesPeer, of.verifiesHostName];
    const isOther = checks(negotiation).some((was, index) =>
      grades.includes("ask") ? was && !checks(then)[index] : was !== checks(then)[index],
    );
    return [
      ...(isLower ? [{ law: "no mend lowers a floor", detail: `${python}: ${then.protocolVersions.join(" ")}` }] : []),
      ...(isOther && side === "client"
        ? [{ law: "who is verified changes by asking only", detail: `${python}: ${checks(then).join(" ")}` }]
        : []),
    ];
  });
}
