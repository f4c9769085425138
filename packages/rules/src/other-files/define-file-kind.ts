/** Where a kind of YAML file keeps what matters; its keys count at every level. */
export interface YamlVocabulary {
  /** The same files as `path` tells, as patterns for ESLint's configs. */
  readonly globs: readonly string[];
  /** Maps of variables, or lists of `NAME=value`. */
  readonly environments: readonly string[];
  /** Shell text, or lists of it. */
  readonly scripts: readonly string[];
  /** One command, as text or as the list of its words. */
  readonly commands: readonly string[];
  /** What npm calls a setting, by the key that it has here. */
  readonly npmSettings?: Readonly<Record<string, string>>;
  /** Such files have no shape of their own: a variable counts under every key, and as a map of its name and value. */
  readonly isOpen?: boolean;
}

/** A kind of file besides programs that decides how Node does TLS. */
export interface FileKind {
  readonly name: string;
  /** What such files are called where they are listed. */
  readonly title: string;
  /** What of them is read, and what an edit takes out or writes anew; variables and their lines where missing. */
  readonly reads?: string;
  readonly mends?: string;
  /** Their paths from the root, with `/`. */
  readonly path: RegExp;
  /** It takes what no other kind knows. */
  readonly isRest?: boolean;
  /** Of a kind that is written in YAML, which needs no reader of its own. */
  readonly yaml?: YamlVocabulary;
}

export function defineFileKind<const Kind extends FileKind>(kind: Kind): Kind {
  return kind;
}
