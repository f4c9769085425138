import type { Mend, Mender } from "../../edits/mend.js";
import { narrowList, takingOut } from "../../edits/narrow-list.js";
import type { FileView } from "../../source/program/file-view.js";
import type { OptionValue } from "../../source/sites/tls-options.js";

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

/** Takes names out of a list in the shape in which the program writes it; undefined where none would be left. */
export function takeNamesOut(
  program: FileView,
  value: OptionValue,
  list: string,
  isUnwanted: (name: string) => boolean,
  mend: Mender,
): Mend | undefined {
  const text = withoutNames(list, isUnwanted);
  const dropped = list
    .split(/[:/]/)
    .map((element) => element.trim())
    .filter((element) => isUnwanted(nameOf(element)));
  if (text === "" || dropped.length === 0) return;
  const change = { text, dropped, added: [], place: undefined };
  return narrowList(program, value, change, takingOut(value.write.key, dropped), mend);
}
