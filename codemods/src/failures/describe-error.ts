const sentences: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  ENOENT: "it is gone, or a link to nothing",
  EEXIST: "something has this name already",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  ELOOP: "its links form a loop",
  ENAMETOOLONG: "its path is too long",
  ENOSPC: "no space left on the disk",
  EDQUOT: "the disk quota is used up",
  EROFS: "the file system is read-only",
  EMFILE: "too many open files",
  EIO: "the disk could not be read",
};

/** What went wrong in words that need no manual page; the system's code stays, to search for. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  const sentence = code && sentences[code];
  return sentence ? `${sentence} (${code})` : error.message;
}
