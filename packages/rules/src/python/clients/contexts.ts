import { guardsOf } from "../program/guards.js";
import { dottedName, type PyModule } from "../program/module.js";
import { field, type PyNode, textOf } from "../program/tree.js";
import { type PyValue, valuesOf } from "../program/values.js";
import { protocolAlternatives } from "../sites/constructions.js";
import type { ContextSite } from "../sites/contexts.js";
import { argumentStep, type Step } from "../sites/steps.js";
import { callsOf, givenIn, isImported } from "./calls.js";
import type { PyClient, PyContextCalls } from "./define-client.js";
import { clients } from "./index.js";

/** Contexts that clients make for themselves, of what they are told. */
export function clientContexts(module: PyModule): readonly ContextSite[] {
  const made = clients
    .filter((client) => isImported(client, module))
    .flatMap((client) =>
      (client.contexts ?? []).flatMap((told) =>
        callsOf(told.calls, client, module).flatMap((call) => contextOf(call, told, client, module)),
      ),
    );
  return [...made, ...clients.flatMap((client) => configuredContexts(client, module)), ...defaultLists(module)];
}

/** `ssl_version = ssl.PROTOCOL_TLSv1` and `ciphers = "..."` in a module that a server reads its settings from. */
function configuredContexts({ name, configuration }: PyClient, module: PyModule): readonly ContextSite[] {
  if (!configuration?.path.test(module.path)) return [];
  const settings = module.assignments.filter(({ type, parent }) => type === "assignment" && isTopLevel(parent));
  return settings.flatMap((assignment): readonly ContextSite[] => {
    const target = textOf(field(assignment, "left")!, module.text);
    const value = field(assignment, "right");
    if (!value) return [];
    const told = target === configuration.protocol ? protocolAlternatives(value, module) : [];
    const list =
      target === configuration.ciphers ? argumentStep(assignment, "set_ciphers", target, value, module) : undefined;
    if (told.length === 0 && !list) return [];
    const protocol = told.length > 0 ? value : undefined;
    const alternatives = told.length > 0 ? told : [plain];
    return [
      {
        construction: { call: assignment, name: "SSLContext", protocol, alternatives, keepsProtocol: true },
        guards: [],
        steps: list ? [list] : [],
        side: "server",
        maker: name,
      },
    ];
  });
}

const isTopLevel = (statement: PyNode | undefined) => statement?.parent?.type === "module";

function contextOf(
  call: PyNode,
  { side, protocol, ciphers }: PyContextCalls,
  client: PyClient,
  module: PyModule,
): readonly ContextSite[] {
  const version = protocol && givenIn(call, protocol, module);
  const list = ciphers && givenIn(call, ciphers, module);
  const step = list && argumentStep(call, "set_ciphers", ciphers?.keyword, list.value, module);
  const alternatives = version ? protocolAlternatives(version.value, module) : [];
  if (alternatives.length === 0 && !step) return [];
  return [
    {
      construction: {
        call,
        name: "SSLContext",
        protocol: version?.value,
        alternatives: alternatives.length > 0 ? alternatives : [plain],
        keepsProtocol: protocol?.isSwitch === true,
      },
      guards: guardsOf(call, module),
      steps: step ? [step] : [],
      side,
      maker: client.name,
    },
  ];
}

const plain = { made: { call: "SSLContext", protocol: "TLS" }, protocol: undefined } as const;

/** What every context of urllib3 1 is given; 2 has no such name. */
const defaultList = "urllib3.util.ssl_.DEFAULT_CIPHERS";
/** Enough of what stands there to tell what a program adds. */
const standing = "ECDHE+AESGCM:ECDHE+CHACHA20";

/** `urllib3.util.ssl_.DEFAULT_CIPHERS = "..."`, and what is added to it. */
function defaultLists(module: PyModule): readonly ContextSite[] {
  return module.assignments.flatMap((assignment) => {
    const left = field(assignment, "left");
    const value = field(assignment, "right");
    if (!value || dottedName(left, module) !== defaultList) return [];
    const isAddition = assignment.type === "augmented_assignment";
    const alternatives = valuesOf(value, module).flatMap((each) => listOf(each, isAddition));
    const step: Step = {
      name: "set_ciphers",
      writtenAs: "DEFAULT_CIPHERS",
      node: assignment,
      value,
      guards: guardsOf(assignment, module),
      alternatives,
    };
    const call = assignment;
    return [
      {
        construction: { call, name: "SSLContext", protocol: undefined, alternatives: [plain] },
        guards: [],
        steps: [step],
        side: "client",
        maker: "urllib3",
      },
    ];
  });
}

function listOf(value: PyValue, isAddition: boolean): Step["alternatives"] {
  if (value.kind !== "literal" || typeof value.value !== "string") return [];
  const level = /@SECLEVEL=\d/.exec(value.value)?.[0];
  if (!isAddition) return [{ operation: { call: "set_ciphers", list: value.value }, value }];
  return level === undefined
    ? []
    : [{ operation: { call: "set_ciphers", list: `${standing}:${level}` }, value: undefined }];
}
