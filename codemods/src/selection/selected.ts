/** A file to read, or one that was seen and cannot or need not be read, with the reason. */
export type Seen =
  | { readonly kind: "file"; readonly path: string; readonly file: string }
  | { readonly kind: "skipped"; readonly path: string; readonly reason: string }
  | { readonly kind: "failed"; readonly path: string; readonly reason: string };

/** What the selection comes to; a file of a type that is not read counts as seen only if it may hold what a rule looks for. */
export type Selected =
  Seen | { readonly kind: "unread"; readonly path: string; readonly file: string; readonly reason: string };
