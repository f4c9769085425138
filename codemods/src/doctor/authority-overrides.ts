import { readNamedText } from "../files/text.js";
import type { Override } from "./overrides.js";

/** The variables that add authorities to those Node trusts. */
export function authorityOverrides(env: NodeJS.ProcessEnv): readonly Override[] {
  const [extra, system] = [env["NODE_EXTRA_CA_CERTS"], env["NODE_USE_SYSTEM_CA"]];
  return [
    ...(extra ? [extraCertificates(extra)] : []),
    ...(system === "1"
      ? [
          {
            source: "NODE_USE_SYSTEM_CA=1",
            effects: ["Node trusts the system's authorities beside its own list, from 22.19 and 24.6 on."],
            isWeak: false,
          },
        ]
      : []),
  ];
}

function extraCertificates(file: string): Override {
  const source = `NODE_EXTRA_CA_CERTS=${file}`;
  const count = countCertificates(file);
  if (count === undefined)
    return {
      source,
      effects: ["There is no such file, or it cannot be read: Node warns and trusts its own list only."],
      isWeak: true,
    };
  if (count === 0)
    return { source, effects: ["The file holds no certificate in PEM form, so it adds nothing."], isWeak: true };
  return {
    source,
    effects: [
      `Node trusts ${count === 1 ? "1 certificate" : `${count} certificates`} of this file beside its own list.`,
    ],
    isWeak: false,
  };
}

function countCertificates(file: string): number | undefined {
  try {
    return readNamedText(file).match(/^-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----/gm)?.length ?? 0;
  } catch {
    return;
  }
}
