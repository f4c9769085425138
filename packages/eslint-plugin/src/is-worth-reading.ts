import { hasTriggerWord } from "tls-rules";

let lastText = "";
let lastAnswer = false;

/** Whether any rule can find something in a text. All rules ask about one file in a row, so that only the first of them scans it. */
export function isWorthReading(text: string): boolean {
  if (text !== lastText) {
    lastText = text;
    lastAnswer = hasTriggerWord(text);
  }
  return lastAnswer;
}
