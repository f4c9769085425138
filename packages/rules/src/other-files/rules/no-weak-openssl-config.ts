import { isProtocolVersion, judgeProtocolVersion, secureOption } from "tls-policy";
import type { Settings } from "../../settings.js";
import type { OpenSslCommand } from "../setting.js";
import type { Range } from "../source-text.js";
import { removeItems, replaceText } from "../text-edits.js";
import { judgeCipherString } from "./cipher-string.js";
import type { JudgingRule, Report } from "./other-file-rule.js";

export const noWeakOpensslConfig: JudgingRule = {
  name: "no-weak-openssl-config",
  judges: "openssl-command",
  description: "disallow OpenSSL configuration that weakens the TLS connections of every program that reads it",
  grades: ["upgrade"],
  references: [
    "RFC 8996",
    "RFC 9325",
    "https://docs.openssl.org/3.5/man3/SSL_CONF_cmd/",
    "https://nodejs.org/api/cli.html#openssl_conffile",
  ],
  messages: {
    lowersFloor:
      "`{{command}} = {{value}}` lets programs that read this file go down to {{version}}, which {{reference}} prohibits. Raise it to {{minVersion}}. Node sets a minimum of its own.",
    caps: "`{{command}} = {{value}}` keeps programs that read this file from TLSv1.3, which {{reference}} asks for. Remove it. Node sets a maximum of its own.",
    prohibited:
      "`{{command}}` offers {{suites}}, which {{reference}} prohibits. Offer suites with forward secrecy and authenticated encryption only. Node sets a list of its own.",
    deprecated:
      "`{{command}}` offers {{suites}}, which {{reference}} deprecates. Offer suites with forward secrecy and authenticated encryption only. Node sets a list of its own.",
    lowLevel:
      "`{{command}}` sets OpenSSL's security level to {{level}}, in Node too, which allows {{allows}} (RFC 9325, section 4.5). Raise it to {{minLevel}}.",
    weakens: "`{{command}}` sets `{{option}}`, which {{effect}} ({{reference}}), in Node too. Take it out.",
  },
  judge(setting, settings) {
    return setting.kind === "openssl-command" ? (judges[setting.name.toLowerCase()]?.(setting, settings) ?? []) : [];
  },
};

type Judge = (command: OpenSslCommand, settings: Settings) => readonly Report[];

const judges: Readonly<Record<string, Judge>> = {
  minprotocol: judgeFloor,
  maxprotocol: judgeCap,
  cipherstring: judgeCipherString,
  options: judgeOptions,
  protocol: judgeOptions,
};

/** What `MinProtocol` and `MaxProtocol` also take, by what it comes to with TLS 1.0 as the oldest version that a build has. */
const otherFloors: ReadonlySet<string> = new Set(["None", "SSLv3"]);

function judgeFloor({ name, value, range }: OpenSslCommand, { policy }: Settings): readonly Report[] {
  const version = otherFloors.has(value.text) ? "TLSv1" : value.text;
  if (!isProtocolVersion(version)) return [];
  const { status, reference } = judgeProtocolVersion(policy, version);
  if (status !== "prohibited") return [];
  const minVersion = policy.minVersion.value;
  const data = { command: name, value: value.text, version, reference, minVersion };
  return [
    {
      messageId: "lowersFloor",
      data,
      range,
      level: "error",
      grade: "upgrade",
      edits: replaceText(value, minVersion),
      remedy: `Set \`${name}\` to ${minVersion}.`,
    },
  ];
}

function judgeCap({ name, value, range, removal }: OpenSslCommand, { policy }: Settings): readonly Report[] {
  const isCap =
    isProtocolVersion(value.text) && value.text !== "TLSv1.3" && policy.expectedVersions.value.includes("TLSv1.3");
  if (!isCap) return [];
  const data = { command: name, value: value.text, reference: policy.expectedVersions.reference };
  const edits = removal ?? replaceText(value, "TLSv1.3");
  return [
    {
      messageId: "caps",
      data,
      range,
      level: "warning",
      grade: "upgrade",
      edits,
      remedy: removal ? `Remove \`${name}\`.` : `Set \`${name}\` to TLSv1.3.`,
    },
  ];
}

/** Words of `Options` and `Protocol` by the bit that they set. */
const bits: ReadonlyMap<string, string> = new Map([
  ["unsafelegacyrenegotiation", "SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION"],
  ["unsafelegacyserverconnect", "SSL_OP_LEGACY_SERVER_CONNECT"],
  ["allownodhekex", "SSL_OP_ALLOW_NO_DHE_KEX"],
  ["-encryptthenmac", "SSL_OP_NO_ENCRYPT_THEN_MAC"],
  ["-tlsv1.3", "SSL_OP_NO_TLSv1_3"],
]);

function judgeOptions(command: OpenSslCommand): readonly Report[] {
  const { name, value, removal } = command;
  const items = [...value.text.matchAll(/[^,\s]+/g)];
  const places = items.map(({ 0: text, index }): Range => [index, index + text.length]);
  return items.flatMap(({ 0: option }, index): readonly Report[] => {
    const { weakness, effect } = secureOption(bits.get(option.replace(/^\+/, "").toLowerCase()) ?? "") ?? {};
    if (!weakness || !effect) return [];
    const edits =
      items.length === 1
        ? removal
        : removeItems(value.text, places, index, index + 1)?.map(({ range, text }) => ({
            range: value.rangeOf(...range),
            text,
          }));
    const data = { command: name, option, effect, reference: weakness.reference };
    const level = weakness.status === "prohibited" ? "error" : "warning";
    return [
      {
        messageId: "weakens",
        data,
        range: value.rangeOf(...places[index]!),
        level,
        grade: "upgrade",
        edits,
        remedy: `Remove \`${option}\`.`,
      },
    ];
  });
}
