/** A Node release as numbers, so that releases compare without parsing strings again. */
export type Release = readonly [major: number, minor: number, patch: number];

const release = /^v?(\d+)\.(\d+)\.(\d+)$/;

/**
 * Reads a full release number such as `22.20.0` or `process.version`.
 * @throws RangeError for anything else, prereleases and ranges included.
 */
export function parseRelease(version: string): Release {
  const match = release.exec(version);
  if (!match) throw new RangeError(`\`${version}\` is not a Node release such as \`22.20.0\`.`);
  return [Number(match[1]), Number(match[2]), Number(match[3])];
}

/** Negative when `left` is the older release. */
export function compareReleases(left: Release, right: Release): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}

export function printRelease([major, minor, patch]: Release): string {
  return `${major}.${minor}.${patch}`;
}
