/** A reference as part of a sentence: "RFC 8996, section 4" is "RFC 8996 (section 4)". */
export function cited(reference: string): string {
  const [document, ...place] = reference.split(", ");
  return place.length > 0 ? `${document} (${place.join(", ")})` : reference;
}
