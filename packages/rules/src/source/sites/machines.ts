import { gap } from "../values/texts.js";

/** Whose machine an address means: this one, another one, or one that is not known. */
export type Machine = "own" | "other" | "unknown";

const scheme = /^(?:jdbc:)?(?:[a-z][a-z\d+.-]{0,30}:\/\/\/?|(?:dns|ipv4|ipv6|tcp):)/i;
const ownName = /^(?:localhost|[\w.-]{1,200}\.localhost|127(?:\.\d{1,3}){3}|::1|\.|\(local\))$/i;

const longestAddress = 5000;

/** The machine of an address in any form: a name, with a port, a URL, several of them; a socket of the file system is this one's. */
export function machineOf(address: string): Machine {
  if (address.length > longestAddress) return "unknown";
  if (/^(?:unix:|\/)/i.test(address)) return "own";
  const authority = address.replace(scheme, "").split(/[/?#;\\]/, 1)[0]!;
  const places = authority.slice(authority.lastIndexOf("@") + 1).split(",");
  return whole(places.filter((place) => !/^\d*$/.test(place)).map((place) => machineNamed(nameIn(place))));
}

/** The server that a connection string names in pairs `Server=name;...`; the whole text where it is another one. */
export function serverIn(text: string): string {
  if (/^[\w:]+:\/\//.test(text) || !/^[^=;]+=[^;]*;/.test(text)) return text;
  return /(?:^|;)\s{0,9}(?:server|data source|addr|address|network address)\s{0,9}=([^;]*)/i.exec(text)?.[1] ?? gap;
}

/** What several addresses mean together. */
export function whole(machines: readonly Machine[]): Machine {
  if (machines.includes("other")) return "other";
  return machines.length === 0 || machines.includes("unknown") ? "unknown" : "own";
}

function nameIn(place: string): string {
  const trimmed = place.trim();
  const bracketed = /^\[([^\]]*)\]/.exec(trimmed)?.[1];
  return bracketed ?? (trimmed.split(":").length > 2 ? trimmed : trimmed.split(":", 1)[0]!);
}

function machineNamed(name: string): Machine {
  const end = name.slice(name.lastIndexOf(gap) + 1);
  if (end !== name) return /^\.[\w-]+\.[\w.-]*\w$/.test(end) ? "other" : "unknown";
  return ownName.test(name) ? "own" : "other";
}
