const folder = String.raw`(^|/)(__tests__|__mocks__|tests?|specs?|fixtures?|e2e|cypress)/`;
// what tells a runner of tests how to run them
const runners = "(playwright|cypress|wdio|karma|nightwatch|testcafe|codecept|protractor|jest|vitest)";
const testProgram = new RegExp(
  String.raw`${folder}|(^|/)${runners}([.-][\w-]+)?\.conf(ig)?(\.[\w-]+)?\.[cm]?[jt]s$|[._-](test|spec|e2e)\.[cm]?[jt]sx?$|(^|/)(test_[^/]*|[^/]*_tests?|conftest)\.pyw?$`,
  "i",
);
const exampleFile = new RegExp(String.raw`${folder}|[._-](test|e2e|example|sample|template|dist)(\.[^/]*)?$`, "i");

/** Whether a path looks like a test or a fixture, where weak options are often the subject of the test. */
export function isTestPath(path: string): boolean {
  return testProgram.test(path.replaceAll("\\", "/"));
}

/** Whether the path of a file besides programs looks like a test or an example, whose settings hold in no service. */
export function isExamplePath(path: string): boolean {
  return exampleFile.test(path);
}
