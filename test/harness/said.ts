/** What ESLint and the command line both say of a finding. */
export interface Said {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  readonly level: string;
}

/** In one line, so that what both say can be compared. */
export const described = ({ path, line, column, rule, level }: Said) => `${path}:${line}:${column} ${level} ${rule}`;
