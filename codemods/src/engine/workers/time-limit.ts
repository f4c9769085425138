import { sizeOf } from "../../files/size-of.js";
import type { Plan, Task } from "../judging/judgement.js";

const byDefault = 10;
/** TypeScript reads all that a program imports before it answers for the first file. */
const withTypes = 120;

/** How many seconds a file may take: so many, and as many again for each MB of it. */
export function timeLimit({ types }: Plan, seconds = types ? withTypes : byDefault): (task: Task) => number {
  return ({ file }) => seconds * (1 + sizeOf(file) / 1e6);
}
