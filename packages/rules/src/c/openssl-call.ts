import type { LibsslMethod, Side } from "tls-policy";
import type { Edit } from "../finding.js";
import type { Range } from "../source-text.js";
import type { OpenSslSubject } from "./functions.js";
import type { CValue } from "./values.js";

/** The calls that one function of a program makes on one context. */
export interface OpenSslContext {
  /** The method that it is made with, where the function shows that. */
  readonly method: LibsslMethod | undefined;
  /** Undefined where the file does not tell. */
  readonly side: Side | undefined;
  readonly calls: readonly OpenSslCall[];
}

/** How a method of one version becomes one that negotiates. */
export interface MethodReplacement {
  readonly method: Edit;
  /** A line behind what makes the context, which gives it this floor. */
  floor(constant: string): Edit | undefined;
}

/** A call of OpenSSL, by what it decides. One that decides two things stands for each. */
export interface OpenSslCall {
  readonly subject: OpenSslSubject;
  /** The function, or the command that `SSL_CONF_cmd` is given. */
  readonly name: string;
  readonly range: Range;
  /** As written, on one line and not too long. */
  readonly code: string;
  /** Of a `method`: which. */
  readonly method: LibsslMethod | undefined;
  /** What the argument that decides may be. */
  readonly values: readonly CValue[];
  /** Of a `verify-callback`: whether it says yes whatever it is asked. */
  readonly acceptsAll: boolean;
  readonly context: OpenSslContext;
  /** The condition that decides whether it runs or is compiled. */
  readonly guard: string | undefined;
  /** Whether a release of OpenSSL compiles it at all. */
  isFor(release: readonly [major: number, minor: number, patch: number]): boolean;
  /** Whether its file also asks for releases of OpenSSL before 1.1.0, which have no `TLS_method`. */
  readonly isForOldReleases: boolean;
  /** Whether its file asks for the result of the verification, wherever that is. */
  readonly isAskedAfter: boolean;
  /** Whether its file may look at certificates itself, or verifies elsewhere. */
  readonly looksItself: boolean;
  /** Whether a comment beside it or right above says why it is there. */
  readonly isExplained: boolean;
  /** What takes it out with its statement. */
  readonly removal: readonly Edit[] | undefined;
  /** Of a method: what puts one that negotiates in its place; undefined where no line can be put behind what makes the context. */
  readonly replacedMethod: MethodReplacement | undefined;
  /** Whether a text stands in a place that can be written anew: in no macro, under no condition of the preprocessor, and without a reason for it beside. */
  readonly isEditable: boolean;
}
