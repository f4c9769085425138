/** The result of an edit is not what it has to be; the file must not be written. */
export class VerificationError extends Error {
  override readonly name = "VerificationError";
}
