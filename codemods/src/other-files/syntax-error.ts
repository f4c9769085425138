/** A SyntaxError that names the line and column. */
export function syntaxError(path: string, file: string, offset: number, message: string): SyntaxError {
  const before = file.slice(0, offset).split("\n");
  return new SyntaxError(`${path}:${before.length}:${before.at(-1)!.length + 1} ${message}`);
}
