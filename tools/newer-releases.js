/**
 * What has come out of Node and was not measured yet: releases of lines that get fixes on a day, and lines that are new.
 * @param {readonly string[]} published release numbers, `26.12.1`; prereleases are passed over
 * @param {readonly { major: number, measured: string, endOfLife: string | undefined }[]} runtimes those of tls-policy
 * @param {string} day `2026-11-29`
 * @returns {readonly { line: number, measured: string | undefined, newest: string }[]} by line
 */
export function newerReleases(published, runtimes, day) {
  const newestOf = new Map();
  for (const release of published.filter((each) => /^\d+\.\d+\.\d+$/.test(each)).sort(compare))
    newestOf.set(Number(release.split(".")[0]), release);
  const known = new Map(runtimes.map((runtime) => [runtime.major, runtime]));
  const newestLine = Math.max(...known.keys());
  return [...newestOf].flatMap(([line, newest]) => {
    const runtime = known.get(line);
    if (!runtime) return line > newestLine ? [{ line, measured: undefined, newest }] : [];
    const { measured, endOfLife } = runtime;
    const getsFixes = endOfLife === undefined || day <= endOfLife;
    return getsFixes && compare(newest, measured) > 0 ? [{ line, measured, newest }] : [];
  });
}

const compare = (left, right) => left.localeCompare(right, "en", { numeric: true });
