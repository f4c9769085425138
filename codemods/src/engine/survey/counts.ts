/** How many files have come how far. */
export interface Count {
  seen: number;
  /** Those that hold a word that a rule looks for. */
  candidates: number;
  judged: number;
}

/** How far a survey is, on the whole and in each repository. */
export class Counts {
  readonly total: Count = { seen: 0, candidates: 0, judged: 0 };
  /** By the name of the repository, in the order in which they are searched. */
  readonly byRepository: Map<string, Count>;
  readonly #nameFor: (path: string) => string;
  #latest: string | undefined;

  /** `names` are those of repositories that count although nothing may be in them. */
  constructor(nameFor: (path: string) => string, names: readonly string[] = []) {
    this.#nameFor = nameFor;
    this.byRepository = new Map(names.map((name) => [name, { seen: 0, candidates: 0, judged: 0 }]));
  }

  /** Where the file was that was judged last; undefined before any was. */
  get latest(): string | undefined {
    return this.#latest;
  }

  /** Counts a file as one that has come so far. */
  add(step: keyof Count, path: string): void {
    const name = this.#nameFor(path);
    const own = this.byRepository.get(name) ?? { seen: 0, candidates: 0, judged: 0 };
    this.byRepository.set(name, own);
    own[step]++;
    this.total[step]++;
    if (step === "judged") this.#latest = name;
  }
}
