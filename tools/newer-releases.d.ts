export declare function newerReleases(
  published: readonly string[],
  runtimes: readonly { readonly major: number; readonly measured: string; readonly endOfLife: string | undefined }[],
  day: string,
): readonly { readonly line: number; readonly measured: string | undefined; readonly newest: string }[];
