import type { TSESTree } from "@typescript-eslint/types";
import { isInTest } from "../../source/guards/tests.js";
import { calleeNames } from "../../source/program/callee-names.js";
import { type Call, type FileView, isCall, isFunction } from "../../source/program/file-view.js";
import { unwrap } from "../../source/program/unwrap.js";
import { findTlsOptions } from "../../source/sites/find-tls-options.js";
import { comparesCertificates } from "../../source/sites/pins.js";
import { membersOf } from "../../source/values/module-bindings.js";
import { propertyName } from "../../source/values/property-name.js";
import { sourcesOf } from "../../source/values/sources.js";
import { stacks } from "./tls-stacks.js";
import { asksWhetherAuthorized } from "./unverified-sockets.js";

/** Calls that open connections with another protocol stack than Node's. */
export function callsOfStacks(program: FileView): readonly { readonly call: Call; readonly module: string }[] {
  if (!stacks.some(({ module }) => program.file.text.includes(module))) return [];
  return program.calls.flatMap((call) => {
    const found = membersOf(program, call.callee).find(({ module, path }) =>
      stacks.some((stack) => stack.module === module && stack.members.includes(path.join("."))),
    );
    return found ? [{ call, module: found.module }] : [];
  });
}

/** Signatures of certificates that are checked by the program, in a file that compares no name with them. */
export function signatureChecks(program: FileView): readonly Call[] {
  if (!/X509Certificate|getPeer(X509)?Certificate/.test(program.file.text) || comparesNames(program)) return [];
  return program.calls.filter((call) => verifiesCertificate(program, call) || verifiesBesidePeer(program, call));
}

/** `new X509Certificate(...).verify(key)`; in a test, it is looked at whether a certificate was made well. */
function verifiesCertificate(program: FileView, call: Call): boolean {
  if (isInTest(program, call)) return false;
  return membersOf(program, call.callee).some(
    ({ module, path }) => module === "crypto" && path.join(".") === "X509Certificate.().verify",
  );
}

/** `createVerify()` in a function that asks for the certificate of the peer. */
function verifiesBesidePeer(program: FileView, call: Call): boolean {
  const isVerifier = membersOf(program, call.callee).some(
    ({ module, path }) => module === "crypto" && /^(createVerify|verify)$/.test(path.join(".")),
  );
  const around = isVerifier ? outermostFunction(call) : undefined;
  return (
    around !== undefined &&
    program.calls.some((other) => isPeerCertificate(other) && outermostFunction(other) === around)
  );
}

function outermostFunction(node: TSESTree.Node): TSESTree.Node | undefined {
  let outermost: TSESTree.Node | undefined;
  for (let { parent } = node; parent; { parent } = parent) if (isFunction(parent)) outermost = parent;
  return outermost;
}

function comparesNames(program: FileView): boolean {
  return program.nodes.some(
    (node) => node.type === "Identifier" && /^(check(Host|IP|Email)|checkServerIdentity)$/.test(node.name),
  );
}

function isPeerCertificate(node: TSESTree.Node): boolean {
  return isCall(node) && /^getPeer(X509)?Certificate$/.test(calleeNames(node.callee).at(-1) ?? "");
}

/**
 * Comparisons of the subject of a peer's certificate, in a file that switches verification off and looks at nothing else of the certificate:
 * anyone can make one with that subject.
 */
export function subjectChecks(program: FileView): readonly TSESTree.Node[] {
  if (!/getPeer(X509)?Certificate/.test(program.file.text)) return [];
  if (asksWhetherAuthorized(program) || comparesCertificates(program) || !isUnverified(program)) return [];
  return program.nodes.flatMap((node) => {
    const isSubject = node.type === "MemberExpression" && propertyName(program, node) === "subject";
    return (isSubject && isOfPeer(program, node.object) && comparisonAround(node)) || [];
  });
}

function isUnverified(program: FileView): boolean {
  return findTlsOptions(program).some((options) =>
    options.values("rejectUnauthorized").some(({ kind, value }) => kind === "known" && value === false),
  );
}

function isOfPeer(program: FileView, object: TSESTree.Node): boolean {
  const node = unwrap(object);
  if (isPeerCertificate(node)) return true;
  const variable = node.type === "Identifier" ? program.variableOf(node) : undefined;
  return (
    variable !== undefined &&
    sourcesOf(program, variable).all.some(
      ({ expression, path }) => path.length === 0 && isPeerCertificate(unwrap(expression)),
    )
  );
}

/** `certificate.subject.CN === name`, `names.includes(certificate.subject.CN)`. */
function comparisonAround(subject: TSESTree.Node): TSESTree.Node | undefined {
  let node = subject;
  while (node.parent?.type === "MemberExpression" && node.parent.object === node) node = node.parent;
  const { parent } = node;
  if (parent?.type === "BinaryExpression" && /^[!=]==?$/.test(parent.operator)) return parent;
  if (!parent || !isCall(parent)) return undefined;
  return /^(includes|has|test|match|startsWith|endsWith|indexOf|equal|strictEqual)$/.test(
    calleeNames(parent.callee).at(-1) ?? "",
  )
    ? parent
    : undefined;
}
