import { TLS_OPTION_NAMES, type TlsOptionName } from "tls-policy";

/** The TLS options that are read, under Node's own names. */
export const optionNames: readonly OptionName[] = TLS_OPTION_NAMES;

export type OptionName = TlsOptionName;

export function isOptionName(name: string): name is OptionName {
  return (optionNames as readonly string[]).includes(name);
}
