const examplePath =
  /(^|\/)(__tests__|__mocks__|tests?|specs?|fixtures?|e2e|cypress)\/|[._-](test|e2e|example|sample|template|dist)(\.[^/]*)?$/i;

/** Whether a path looks like a test or an example, whose settings hold in no service. */
export function isExamplePath(path: string): boolean {
  return examplePath.test(path);
}
