/** A file to read, or one that was seen and cannot or need not be read, with the reason. */
export type Selected =
  | { readonly kind: "file"; readonly path: string; readonly file: string }
  | { readonly kind: "skipped"; readonly path: string; readonly reason: string }
  | { readonly kind: "failed"; readonly path: string; readonly reason: string };
