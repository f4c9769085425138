import type { RunTimeImport } from "./run-time-imports.js";

/** How the rooms of a package lie upon each other, the ground last. A room is a folder, without those of its folders that are rooms themselves, or a file. */
export interface House {
  readonly folder: string;
  readonly floors: readonly (readonly string[])[];
  /** The one circle of files that need each other: it has to stay in one room. */
  readonly circle?: { readonly room: string; readonly files: number; readonly why: string };
  /** Arrows back up, each with its reason. */
  readonly stairs?: readonly { readonly from: string; readonly to: string; readonly why: string }[];
}

/** The room in which a file stands: the narrowest. */
export function roomOf({ floors }: House, file: string): string | undefined {
  return floors
    .flat()
    .filter((room) => room === file || file.startsWith(`${room}/`) || (room === "." && !file.includes("/")))
    .sort((a, b) => b.length - a.length)[0];
}

/** What goes from a room into another one that does not lie below it. */
export function arrowsUp(house: House, imports: readonly RunTimeImport[]): readonly RunTimeImport[] {
  const floorOf = (file: string) => house.floors.findIndex((rooms) => rooms.includes(roomOf(house, file) ?? ""));
  return imports.filter(({ from, to }) => roomOf(house, from) !== roomOf(house, to) && floorOf(to) <= floorOf(from));
}

/** How many rooms need how many others. */
export function arrowsBetweenRooms(house: House, imports: readonly RunTimeImport[]): number {
  const arrows = imports.map(({ from, to }) => `${roomOf(house, from)} ${roomOf(house, to)}`);
  return new Set(arrows.filter((arrow) => new Set(arrow.split(" ")).size > 1)).size;
}

/** The files that need each other, as Tarjan finds them; the largest circle first. */
export function circlesOf(imports: readonly RunTimeImport[]): readonly (readonly string[])[] {
  const needed = new Map<string, string[]>();
  for (const { from, to } of imports) needed.set(from, [...(needed.get(from) ?? []), to]);
  const found: string[][] = [];
  const indexes = new Map<string, number>();
  const stack: string[] = [];
  const visit = (file: string): number => {
    const index = indexes.size;
    indexes.set(file, index);
    stack.push(file);
    let low = index;
    for (const to of needed.get(file) ?? []) {
      if (!indexes.has(to)) low = Math.min(low, visit(to));
      else if (stack.includes(to)) low = Math.min(low, indexes.get(to)!);
    }
    if (low === index) found.push(stack.splice(stack.indexOf(file)));
    return low;
  };
  for (const from of needed.keys()) if (!indexes.has(from)) visit(from);
  return found.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length);
}

/** An import as a reader has to mend it. */
export function described({ from, to, names }: RunTimeImport): string {
  return `${from} needs ${names.join(", ") || "the effects"} of ${to}`;
}
