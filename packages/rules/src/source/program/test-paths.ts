const testPath =
  /(^|\/)(__tests__|__mocks__|tests?|specs?|fixtures?|e2e|cypress)\/|[._-](test|spec|e2e)\.[cm]?[jt]sx?$/i;

/** Whether a path looks like a test or a fixture, where weak options are often the subject of the test. */
export function isTestPath(path: string): boolean {
  return testPath.test(path.replaceAll("\\", "/"));
}
