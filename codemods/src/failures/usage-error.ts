/** The command line asks for something that cannot be done; `next` says what to type instead. Several lines are given as such, because a name may hold what ends one. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly lines: readonly string[];
  readonly next: readonly string[];

  constructor(message: string | readonly string[], next: string | readonly string[] = []) {
    const lines = [message].flat();
    super(lines.join("\n"));
    this.lines = lines;
    this.next = [next].flat();
  }
}
