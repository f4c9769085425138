/** `fix` or `undo` would put work at risk and has changed nothing; `override` is what to type to do it all the same. Several lines are given as such, because a name may hold what ends one. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly lines: readonly string[];
  readonly override: string | undefined;

  constructor(message: string | readonly string[], override?: string) {
    const lines = [message].flat();
    super(lines.join("\n"));
    this.lines = lines;
    this.override = override;
  }
}
