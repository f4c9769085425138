import { removeLines, type Setting } from "tls-rules/other-files";
import { readConfigEntries, systemDefaultSections } from "../openssl-config.js";

// OpenSSL compares these names without regard to case (SSL_CONF_cmd)
const commands = /^(?:MinProtocol|MaxProtocol|Protocol|CipherString|Groups|Curves|SignatureAlgorithms|Options)$/i;

/** The TLS commands of an OpenSSL configuration; certain where the file itself leads to their section. */
export default function readOpenSslConfig(_path: string, file: string): readonly Setting[] {
  const entries = readConfigEntries(file);
  const inForce = systemDefaultSections(entries, /_conf$/);
  const sizes = new Map<string, number>();
  for (const { section } of entries) sizes.set(section, (sizes.get(section) ?? 0) + 1);
  return entries.flatMap(({ section, name, value, range }): readonly Setting[] => {
    if (!commands.test(name)) return [];
    const certainty = inForce.has(section) ? "proven" : "likely";
    // OpenSSL does not start with an empty section of commands
    const isOnly = sizes.get(section) === 1;
    return [
      {
        kind: "openssl-command",
        name,
        value,
        range,
        removal: isOnly ? undefined : removeLines(file, range),
        certainty,
        guard: undefined,
      },
    ];
  });
}
