import { type Range, SourceText } from "tls-rules/other-files";
import { firstGroup, groupRange } from "./match-ranges.js";

/** A line `name = value` of an OpenSSL configuration. */
export interface ConfigEntry {
  /** `default` before the first section. */
  readonly section: string;
  readonly name: string;
  readonly value: SourceText;
  /** From the name to the end of the value. */
  readonly range: Range;
}

const line =
  /^[ \t]*(?:\[(?:[ \t]*(?<section>[^\] \t\r\n]+(?:[ \t]+[^\] \t\r\n]+)*))?[ \t]*\]|(?<entry>(?<name>[\w.]+(?:::[\w.]+)?)[ \t]*=(?:[ \t]*(?:"(?<quoted>[^"\r\n]*)"|(?<plain>[^# \t\r\n]+(?:[ \t]+[^# \t\r\n]+)*))|(?<empty>))))[ \t]*(?:#.*)?\r?$/dgm;

/** The entries of a configuration in OpenSSL's format (https://docs.openssl.org/3.5/man5/config/); what it includes is not read. */
export function readConfigEntries(file: string): readonly ConfigEntry[] {
  let section = "default";
  return [...file.matchAll(line)].flatMap((match) => {
    const { section: header, name } = match.groups!;
    if (name === undefined) {
      section = header ?? "";
      return [];
    }
    const value = SourceText.verbatim(file, firstGroup(match, "quoted", "plain", "empty"));
    return [{ section, name, value, range: groupRange(match, "entry") }];
  });
}

/**
 * The sections whose commands OpenSSL applies to every TLS context of a program:
 * from the program's entry (`nodejs_conf`, `openssl_conf`) over `ssl_conf` to `system_default`.
 */
export function systemDefaultSections(entries: readonly ConfigEntry[], program: RegExp): ReadonlySet<string> {
  const follow = (sections: ReadonlySet<string>, name: RegExp) =>
    new Set(
      entries.flatMap((entry) => (sections.has(entry.section) && name.test(entry.name) ? [entry.value.text] : [])),
    );
  return follow(follow(follow(new Set(["default"]), program), /^ssl_conf$/), /^system_default$/);
}
