/** What is said of why and how; the first time a message is printed it is there in full. */
const beyond = /, (?:which|so|below|because|and) | \(|; |\. /;

const condition = /(?<=\. )This applies when .*$/s;

/** A message up to its first reason or remedy, with the condition under which it applies. Code in backticks is kept whole. */
export function shortMessage(message: string): string {
  // of the same length, so that a place in it is one in the message
  const outside = message.replaceAll(/`[^`]*`/g, (code) => "`".repeat(code.length));
  const end = beyond.exec(outside)?.index ?? -1;
  if (end <= 0) return message;
  const said = condition.exec(message)?.[0];
  return `${message.slice(0, end)}.${said === undefined ? "" : ` ${said}`}`;
}
