/** The names in a list for `ecdhCurve` or `sigalgs`, without the prefixes of OpenSSL 3.5 (`?` tolerates a name, `*` asks for a key share). */
export function namesIn(list: string): readonly string[] {
  return list.split(/[:/]/).map(nameOf);
}

/** The list without some names; the tuples between the slashes of OpenSSL 3.5 stay apart. Empty when nothing is left. */
export function withoutNames(list: string, isUnwanted: (name: string) => boolean): string {
  const tuples = list.split("/").map((tuple) =>
    tuple
      .split(":")
      .filter((element) => !isUnwanted(nameOf(element)))
      .join(":"),
  );
  return tuples.filter((tuple) => tuple !== "").join("/");
}

function nameOf(element: string): string {
  return element.trim().replace(/^[*?]+/, "");
}
