/** `fix` or `undo` would put work at risk and has changed nothing; `override` is what to type to do it all the same. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly override: string | undefined;

  constructor(message: string, override?: string) {
    super(message);
    this.override = override;
  }
}
