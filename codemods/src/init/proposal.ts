/** What `init` makes of one thing to set up. */
export type Proposal =
  /** A file that is not there; its path is from the root of the project, and `needs` are the packages to install for it. */
  | { readonly kind: "file"; readonly path: string; readonly text: string; readonly needs?: readonly string[] }
  /** It is set up already, and `path` is where. */
  | { readonly kind: "present"; readonly path: string }
  /** A file that is there and stays as it is; the lines are for a person to add. `lack` is what is missing of what is set up. */
  | { readonly kind: "by hand"; readonly path: string; readonly lines: string; readonly lack?: string }
  | { readonly kind: "left out"; readonly what: string; readonly reason: string };

/** The project that is set up. */
export interface Project {
  /** Absolute. */
  readonly root: string;
  readonly profile: string;
}
