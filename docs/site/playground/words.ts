import type { Certainty, Grade } from "tls-rules";

/** What applying the edits of a finding changes. */
export const grades: Readonly<Record<Grade, string>> = {
  fix: "The program means the same afterwards, on every release in range.",
  upgrade: "Changes who can connect, towards the profile.",
  ask: "Whether it works depends on facts outside the code, such as a self-signed or company certificate.",
  manual: "No edit would do; a person has to act.",
};

export const certainties: Readonly<Record<Certainty, string>> = {
  proven: "The options reach a known TLS call.",
  likely: "Key and value are unmistakable; the call that uses them is out of sight.",
};
