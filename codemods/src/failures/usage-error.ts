/** The command line asks for something that cannot be done; `next` says what to type instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly next: string | undefined;

  constructor(message: string, next?: string) {
    super(message);
    this.next = next;
  }
}
