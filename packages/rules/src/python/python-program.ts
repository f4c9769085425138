import { type PythonRuntime, pythonRuntimesIn } from "tls-policy";
import type { Mend } from "../edits/mend.js";
import type { MendableGrade } from "../finding.js";
import type { Settings } from "../settings.js";
import type { Range } from "../source-text.js";
import { clientContexts } from "./clients/contexts.js";
import type { Guard } from "./program/guards.js";
import { type PyModule, readModule } from "./program/module.js";
import type { PyFile, PyNode } from "./program/tree.js";
import type { PyValue } from "./program/values.js";
import { type OpenSslContext, openSslContexts } from "./pyopenssl/contexts.js";
import { type ContextSite, contextsOf } from "./sites/contexts.js";

/** A Python file as rules are asked about it. */
export interface PythonProgram {
  readonly module: PyModule;
  /** Those of the ssl module, and those that clients make of what they are told. */
  readonly contexts: readonly ContextSite[];
  /** Those of pyOpenSSL. */
  readonly openSslContexts: readonly OpenSslContext[];
  /** The Pythons that run the file. */
  readonly pythons: readonly PythonRuntime[];
}

/** What a Python program is judged by. */
export interface PythonQuestion {
  readonly program: PythonProgram;
  readonly settings: Settings;
}

/** A place in a Python program. */
export interface PlaceInPython {
  readonly range: Range;
  /** What decides that the code runs, or that the value is this one. */
  readonly guards?: readonly Guard[];
  /** The value is what a caller gets who says nothing else: a caller's choice, and so nobody's to edit here. */
  readonly isDefault?: boolean;
  readonly isLikely?: boolean;
}

/** Edits that belong together, and what they change. */
export interface PyMend<G extends MendableGrade = MendableGrade> extends Mend {
  readonly grade: G;
}

/** Reads a Python file once for all rules. */
export function readPythonProgram(file: PyFile, { pythons }: Settings): PythonProgram {
  const module = readModule(file);
  return {
    module,
    contexts: [...contextsOf(module), ...clientContexts(module)],
    openSslContexts: openSslContexts(module),
    // what Python 3 cannot parse Python 2 runs
    pythons: module.isPython2 ? pythonRuntimesIn("==2.7") : pythons,
  };
}

/** The place of a node: what decides that it runs, and the value that it has there. */
export function placeOf({ range }: Pick<PyNode, "range">, guards: readonly Guard[], value?: PyValue): PlaceInPython {
  return { range, guards: [...guards, ...(value?.guards ?? [])], isDefault: value?.isDefault ?? false };
}

/** A mend as a report holds it. */
export function graded<G extends MendableGrade>(
  mend: PyMend<G> | undefined,
): { readonly grade: G; readonly mend: Mend } | undefined {
  return mend && { grade: mend.grade, mend };
}
