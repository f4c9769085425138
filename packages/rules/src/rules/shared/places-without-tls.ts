import { isOptionName, type OptionName } from "../../option-names.js";
import type { Call, FileView } from "../../source/program/file-view.js";
import { unwrap } from "../../source/program/unwrap.js";
import { findTlsOptions } from "../../source/sites/find-tls-options.js";
import { lastNamesOf } from "../../source/values/last-names.js";
import type { PropertyWrite } from "../../source/values/layers.js";
import { membersNamed } from "../../source/values/module-bindings.js";
import { readObject } from "../../source/values/object-model.js";

/** Calls that take options and know no TLS, so that TLS options among them are lost. */
interface PlaceWithoutTls {
  readonly module: string;
  readonly names: readonly string[];
  readonly at: readonly number[];
  /** Properties beside which the options may reach TLS after all. */
  readonly unlessBeside: readonly string[];
  readonly remedy: string;
}

const placesWithoutTls: readonly PlaceWithoutTls[] = [
  {
    module: "http",
    names: ["Agent", "createServer", "Server"],
    at: [0],
    unlessBeside: [],
    remedy: "Use `https`, or remove it.",
  },
  {
    module: "http",
    names: ["request", "get"],
    at: [0, 1],
    unlessBeside: ["agent", "createConnection"],
    remedy: "Use `https`, or remove it.",
  },
  {
    module: "net",
    names: ["connect", "createConnection", "createServer", "Server", "Socket"],
    at: [0],
    unlessBeside: [],
    remedy: "Hand it to `tls`, or remove it.",
  },
  {
    module: "",
    names: ["fetch"],
    at: [1],
    unlessBeside: [],
    remedy: "Hand it to an `Agent` of undici as `connect`, and that as `dispatcher`; or remove it.",
  },
  {
    module: "",
    names: ["WebSocket"],
    at: [1],
    unlessBeside: [],
    remedy: "Hand it to an `Agent` of undici as `connect`, and that as `dispatcher`; or remove it.",
  },
];

/** A TLS option in the arguments of a call that knows no TLS. */
interface LostOption {
  readonly option: OptionName;
  readonly write: PropertyWrite;
  readonly call: Call;
  /** The call as a reader knows it: `http.request`. */
  readonly place: string;
  readonly remedy: string;
}

/** The options that do not reach TLS in a known way beside this one. */
export function lostOptions(program: FileView): readonly LostOption[] {
  const effective = new Set(
    findTlsOptions(program).flatMap(({ certainty, writes }) =>
      certainty === "proven" ? writes.map(({ node }) => node) : [],
    ),
  );
  return program.calls
    .flatMap((call) => placesOf(program, call).flatMap((found) => lostIn(program, call, found)))
    .filter(({ write }) => !effective.has(write.node));
}

interface Found {
  readonly place: PlaceWithoutTls;
  readonly name: string;
}

const lastNames = lastNamesOf(placesWithoutTls.flatMap(({ names }) => names));

function placesOf(program: FileView, call: Call): readonly Found[] {
  const callee = unwrap(call.callee);
  const isGlobal = callee.type === "Identifier" && program.isGlobal(callee);
  const members = isGlobal ? [{ module: "", path: [callee.name] }] : membersNamed(program, callee, lastNames);
  const [member] = members;
  if (!member || members.length > 1) return [];
  const place = placesWithoutTls.find(
    ({ module, names }) => module === member.module && names.includes(member.path.join(".")),
  );
  return place ? [{ place, name: [member.module, ...member.path].filter(Boolean).join(".") }] : [];
}

function lostIn(program: FileView, call: Call, { place, name }: Found): readonly LostOption[] {
  return place.at.flatMap((index) => {
    const argument = call.arguments[index];
    if (!argument || argument.type === "SpreadElement") return [];
    const { writes, complete } = readObject(program, argument);
    const mayMatter =
      place.unlessBeside.length > 0 && (!complete || writes.some(({ key }) => place.unlessBeside.includes(key)));
    return mayMatter
      ? []
      : writes.flatMap((write) =>
          isWrittenOut(write) ? [{ option: write.key, write, call, place: name, remedy: place.remedy }] : [],
        );
  });
}

/** What is put into an object by assignment may be put there for another call. */
function isWrittenOut(write: PropertyWrite): write is PropertyWrite & { readonly key: OptionName } {
  return write.node.type === "Property" && isOptionName(write.key);
}
