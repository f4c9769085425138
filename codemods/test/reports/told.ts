/** A finding as far as all formats tell it. */
export interface Told {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
}
