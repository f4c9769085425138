/** What is wrong with what the tool did to one text. */
export interface Fault {
  /** The law that does not hold. */
  readonly law: string;
  readonly detail: string;
}
