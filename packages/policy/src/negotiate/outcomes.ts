import type { CannotConnect, TlsOptionValues } from "../negotiation.js";
import type { ProtocolVersion } from "../protocol-versions.js";
import { secureOptionsIn } from "../secure-options.js";
import type { TlsContext } from "./context.js";

/** @param causes options that can bring this about; those the program gives are named. */
export function cannotConnect(
  code: string | undefined,
  options: TlsOptionValues,
  causes: readonly (keyof TlsOptionValues)[],
  reason: string,
  latentProtocolVersions: readonly ProtocolVersion[],
): CannotConnect {
  return { outcome: "cannot-connect", code, options: causes.filter((name) => options[name] !== undefined), reason, latentProtocolVersions };
}

export function weakeningOptions({ secureOptions }: TlsContext): readonly string[] {
  return secureOptionsIn(secureOptions)
    .filter(({ weakness }) => weakness)
    .map(({ name }) => name);
}
