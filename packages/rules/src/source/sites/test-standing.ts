import type { TSESTree } from "@typescript-eslint/types";
import type { OptionName } from "../../option-names.js";
import { assertsOf, connectsToItself, isAsserted, isInTable } from "../guards/tests.js";
import type { FileView } from "../program/file-view.js";

/** What a value in a file of tests is there for. */
export interface TestStanding {
  /** The test is about the value: asserted, expected, a case of a table. Nothing of that is edited. */
  readonly isSubject: boolean;
  /** It says nothing about any service: a case of a table, or a check that is off for the test's own server. */
  readonly isHarmless: boolean;
}

interface Valued {
  readonly node: TSESTree.Node;
  readonly key: string;
  readonly text: string;
  /** Undefined for what is no option. */
  readonly option: OptionName | undefined;
}

export function testStandingOf(program: FileView, { node, key, text, option }: Valued): TestStanding {
  const isCase = isInTable(program, node);
  const isOwn = isVerification(option) && connectsToItself(program);
  const isSubject =
    isCase || isOwn || isAsserted(program, node) || assertsOf(program, node, subjectOf(option, key, text));
  return { isSubject, isHarmless: isCase || isOwn };
}

function isVerification(option: OptionName | undefined): boolean {
  return option === "rejectUnauthorized" || option === "checkServerIdentity";
}

const versions = "getProtocol|protocol|version|TLSv1|SSLv";
const verification = "authoriz|verif|\\bcert|CERT_|SELF_SIGNED|UNABLE_TO_|trust|insecure";
const parameters = "\\bdh|EphemeralKeyInfo";
const failures = "ERR_(SSL|TLS)_|EPROTO|handshake|alert";

/** What a test looks at that is about an option. */
const subjects: Readonly<Partial<Record<OptionName, string>>> = {
  minVersion: versions,
  maxVersion: versions,
  secureProtocol: versions,
  secureOptions: "SSL_OP_|getProtocol|renegotiat",
  ciphers: "cipher|suite|SECLEVEL",
  ecdhCurve: "curve|group|EphemeralKeyInfo",
  sigalgs: "sigalg|signature",
  dhparam: parameters,
  minDHSize: parameters,
};

function subjectOf(option: OptionName | undefined, ...texts: readonly string[]): RegExp {
  const own = texts
    .filter((text) => text.length > 2)
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const about = option && (subjects[option] ?? verification);
  return new RegExp([failures, ...(about ? [about] : []), ...own].join("|"), "i");
}
