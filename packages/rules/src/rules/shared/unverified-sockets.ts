import type { TSESTree } from "@typescript-eslint/types";
import type { FileView } from "../../source/program/file-view.js";
import { oncePerFile } from "../../source/program/once-per-file.js";
import { membersNamed, membersOf } from "../../source/values/module-bindings.js";
import { readObject } from "../../source/values/object-model.js";
import { knownValue } from "../../source/values/static-value.js";

/**
 * Every `new TLSSocket` that is a client in a file that nowhere asks whether the peer was `authorized`.
 * Measured on Node 8 to 26: the socket finishes the handshake with any certificate and never calls `checkServerIdentity`.
 */
export function unverifiedSockets(program: FileView): readonly TSESTree.NewExpression[] {
  const sockets = program.calls.filter(
    (call): call is TSESTree.NewExpression =>
      call.type === "NewExpression" && isSocket(program, call) && isClient(program, call),
  );
  return sockets.length > 0 && !asksWhetherAuthorized(program) ? sockets : [];
}

const namesOfSocket = new Set(["TLSSocket"]);

function isSocket(program: FileView, { callee }: TSESTree.NewExpression): boolean {
  return membersNamed(program, callee, namesOfSocket).some(
    ({ module, path }) => module === "tls" && path.join() === "TLSSocket",
  );
}

function isClient(program: FileView, { arguments: [socket, options] }: TSESTree.NewExpression): boolean {
  if (!socket || isStream(program, socket)) return false;
  if (!options) return true;
  if (options.type === "SpreadElement") return false;
  const { writes, complete } = readObject(program, options);
  return (
    complete && writes.every((write) => write.key !== "isServer" || knownValue(write.program, write.value) === false)
  );
}

/** A stream made on the spot has no peer: such a socket is made for its internals. */
function isStream(program: FileView, socket: TSESTree.Node): boolean {
  return membersOf(program, socket).some(({ module }) => module === "stream");
}

/** Whether a file looks at what Node found out about a peer's certificate. */
export const asksWhetherAuthorized: (program: FileView) => boolean = oncePerFile(
  ({ file, nodes }) =>
    answers.test(file.text) &&
    nodes.some((node) => node.type === "Identifier" && answers.exec(node.name)?.[0] === node.name),
);

const answers = /\b(authorized|authorizationError|verifyError)\b/;
