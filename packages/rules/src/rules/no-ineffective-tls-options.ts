import type { TlsOptionValues } from "tls-policy";
import { defineRule } from "../define-rule.js";
import { literal, quoteOf } from "../edits/literal.js";
import type { Mend } from "../edits/mend.js";
import { isNameRead } from "../edits/other-writes.js";
import { guardAround } from "../source/guards/guards.js";
import type { FileView } from "../source/program/file-view.js";
import { findTlsOptions } from "../source/sites/find-tls-options.js";
import { spellingOf, type TlsOptions } from "../source/sites/tls-options.js";
import { triedOut } from "../source/sites/unread.js";
import { usersOf } from "../source/sites/users.js";
import { maySayOptions } from "../trigger-words/trigger-words.js";
import { inertBoundMessages, judgeInertBound } from "./openssl-calls/inert-bounds.js";
import { droppedWrites, isRefused, knownOf, removalIn } from "./shared/dropped-options.js";
import { type Effect, effectOf } from "./shared/effects.js";
import { type Ineffective, type IneffectiveContext, messages } from "./shared/ineffective-messages.js";
import { inertOptions } from "./shared/inert-options.js";
import { type Misspelling, misspellingsIn } from "./shared/misspelt-options.js";
import { optionsElsewhere } from "./shared/other-runtimes.js";
import { lostOptions } from "./shared/places-without-tls.js";
import { unverifiedSockets } from "./shared/unverified-sockets.js";
import { verdictsOf } from "./shared/verdicts.js";

export default defineRule({
  name: "no-ineffective-tls-options",
  meta: {
    type: "problem",
    description: "disallow TLS options that have no effect: misspelt, misplaced, or inert where they stand",
    preset: "recommended",
    grades: ["fix", "upgrade", "ask"],
    transform: "ineffective-to-effective-tls-options",
    cwe: [],
    references: [
      "https://nodejs.org/api/tls.html#tlsconnectoptions-callback",
      "https://nodejs.org/api/tls.html#tlscreateserveroptions-secureconnectionlistener",
      "https://nvd.nist.gov/vuln/detail/CVE-2021-22939",
    ],
    messages: { ...messages, ...inertBoundMessages },
  },
  checkTlsOptions(options, context) {
    const found = [
      ...inertOptions(options, context),
      ...misspelt(options, context),
      ...droppedByClient(options, context),
    ];
    for (const each of found) context.report(each);
  },
  checkProgram(program, context) {
    if (!maySayOptions(program)) return;
    for (const { write, option, place, remedy, call } of lostOptions(program)) {
      const mend = removalIn(call, write, context);
      context.report({
        at: write,
        messageId: "lost",
        data: { option, place, remedy },
        level: "warning",
        grade: "fix",
        mend,
      });
    }
    for (const { value, why } of unreadValues(program)) {
      const data = { code: spellingOf(program, value), why };
      context.report({ at: value, messageId: "nobody", data, level: "note" });
    }
    for (const { write, why } of unreadWrites(program)) {
      const data = { code: program.textOf(write.node), why };
      context.report({ at: { node: write.node, guard: write.guard }, messageId: "nobody", data, level: "note" });
    }
    for (const { write, runtime, effect } of optionsElsewhere(program)) {
      const data = { code: `${write.key}: ${program.textOf(write.value)}`, runtime, effect };
      context.report({
        at: { node: write.node, guard: write.guard },
        messageId: "otherRuntime",
        data,
        level: "warning",
      });
    }
    for (const node of unverifiedSockets(program)) {
      context.report({ at: { node: node.callee, guard: guardAround(program, node) }, messageId: "unverifiedSocket" });
    }
  },
  checkOpenSslCall(call, { settings, report }) {
    for (const said of judgeInertBound(call, settings)) report(said);
  },
});

/** What is set for connections that speak no TLS, or handed to a client of which no release in range reads it. */
function unreadValues(program: FileView) {
  const sites = findTlsOptions(program);
  const unread = sites.filter(comesToNothing);
  if (unread.length === 0) return [];
  const readers = sites.filter((options) => options.unread === undefined);
  const read = new Set(readers.flatMap((options) => options.allValues().map(({ write }) => write.node)));
  return unread.flatMap((options) =>
    options
      .allValues()
      .filter(({ write }) => !read.has(write.node))
      .map((value) => ({ value, why: options.unread! })),
  );
}

/** The same of what the client would leave out in any case, where no other row of its table speaks for it. */
function unreadWrites(program: FileView) {
  const sites = findTlsOptions(program);
  const unread = sites.filter(comesToNothing);
  if (unread.length === 0) return [];
  const told = new Set(
    sites.flatMap((options) => (options.unread === undefined ? options.writes.map(({ node }) => node) : [])),
  );
  return unread.flatMap((options) =>
    droppedWrites(options, program)
      .filter(({ node }) => !told.has(node))
      .map((write) => ({ write, why: options.unread! })),
  );
}

/** What is only tried out does what it is there for: it throws, or it does not. */
function comesToNothing({ unread }: TlsOptions): boolean {
  return unread !== undefined && unread !== triedOut;
}

function misspelt(options: TlsOptions, context: IneffectiveContext): readonly Ineffective[] {
  return misspellingsIn(options).map((misspelling): Ineffective => {
    const { write, name } = misspelling;
    const { sites } = usersOf(context.program, write);
    const effect = worstOf(sites.map((site) => effectOfRespelling(site, misspelling, context)));
    return {
      at: { node: write.node, guard: write.guard ?? options.guard },
      messageId: "misspelt",
      data: { key: write.key, option: name },
      level: "warning",
      grade: effect === "none" ? "fix" : "upgrade",
      mend: effect === "weaker" ? undefined : respell(misspelling, context),
    };
  });
}

/** Spelt right, the option takes effect: that must not be for the worse. What its value does is not known counts as worse, as does what it would come to stand beside. */
function effectOfRespelling(
  options: TlsOptions,
  { write, option }: Misspelling,
  { settings }: IneffectiveContext,
): Effect {
  const known = knownOf(write);
  if (!known || options.certainty !== "proven" || options.has(option)) return "weaker";
  const sets = [...new Set(verdictsOf(options, settings).map(({ chosen }) => chosen))];
  const effects = sets.map((chosen) => {
    const others: TlsOptionValues = Object.fromEntries(
      [...chosen].flatMap(([name, value]) => (name === "checkServerIdentity" ? [] : [[name, value.value]])),
    );
    return effectOf(
      others,
      { ...others, [option]: known.value },
      options.side === "server" ? "server" : "client",
      settings,
    );
  });
  return worstOf(effects);
}

function worstOf(effects: readonly Effect[]): Effect {
  return (["weaker", "stricter"] as const).find((effect) => effects.includes(effect)) ?? "none";
}

function respell({ write, option, name }: Misspelling, { program, mend }: IneffectiveContext): Mend | undefined {
  const { node, keyNode, key } = write;
  const known = knownOf(write);
  if (!known || !mend.owns(write) || usersOf(program, write).isReadByName || isNameRead(program, write, name)) return;
  const text = program.textOf(keyNode);
  const quote = quoteOf(text);
  const isShort = node.type === "Property" && node.shorthand;
  if (!isShort && !quote && text !== key) return;
  const written = quote ? literal(name, quote) : name;
  return {
    ...mend.replaceNode(
      isShort ? node : keyNode,
      isShort ? `${name}: ${key}` : written,
      `Rename \`${key}\` to \`${name}\`.`,
    ),
    changes: [{ write, to: { option, value: known.value }, isAddition: true }],
  };
}

/** Clients that hand on some options only: the others are lost there without a word. */
function droppedByClient(options: TlsOptions, context: IneffectiveContext): readonly Ineffective[] {
  const { client, anchor } = options;
  if (!client) return [];
  const lost = droppedWrites(options, context.program).filter((write) => !isRefused(options, write, context.program));
  return lost.map((write): Ineffective => {
    const data = { option: write.key, place: client.name, remedy: `See ${client.docs}.` };
    return {
      at: { node: write.node, guard: write.guard ?? options.guard },
      messageId: "lost",
      data,
      level: "warning",
      grade: "fix",
      mend: removalIn(anchor, write, context),
    };
  });
}
