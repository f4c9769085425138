import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generateFloors } from "../../tools/generate/floors.js";
import { arrowsBetweenRooms, arrowsUp, circlesOf, described, type House, roomOf } from "./house.js";
import { importsOf, readRunTimeImports } from "./run-time-imports.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const houses: readonly House[] = JSON.parse(readFileSync(new URL("floors.json", import.meta.url), "utf8"));

describe.each(houses)("$folder", (house) => {
  const { files, imports } = readRunTimeImports(resolve(root, house.folder));
  const circles = circlesOf(imports);
  const stairs = house.stairs ?? [];

  it("has a room for every file, and a file in every room", () => {
    const rooms = files.map((file) => roomOf(house, file));
    expect(files.filter((_, index) => rooms[index] === undefined)).toEqual([]);
    expect(house.floors.flat().filter((room) => !rooms.includes(room))).toEqual([]);
  });

  it("needs nothing of a floor above, nor of a room beside", () => {
    const up = arrowsUp(house, imports).filter(
      ({ from, to }) => !stairs.some((each) => each.from === from && each.to === to),
    );
    expect(up.map(described)).toEqual([]);
  });

  it("has no circle but the one that it names", () => {
    const isNamed = (circle: readonly string[]) => circle.every((file) => roomOf(house, file) === house.circle?.room);
    const unnamed = circles.filter((circle) => !isNamed(circle));
    const ties = imports.filter(({ from, to }) => unnamed.some((each) => each.includes(from) && each.includes(to)));
    expect(ties.map(described)).toEqual([]);
    expect(circles.filter(isNamed).length).toBe(house.circle ? 1 : 0);
    expect(circles[0]?.length ?? 0).toBeLessThanOrEqual(house.circle?.files ?? 0);
  });

  it("has the figures", () => {
    const back = new Set(arrowsUp(house, imports).map(({ from, to }) => `${roomOf(house, from)} ${roomOf(house, to)}`));
    const rooms = house.floors.flat().length;
    console.info(
      `${house.folder}: ${files.length} files in ${rooms} rooms on ${house.floors.length} floors, ` +
        `${arrowsBetweenRooms(house, imports)} arrows between rooms, ${back.size} back up, ` +
        `largest circle ${circles[0]?.length ?? 0} files`,
    );
    expect(back.size).toBe(stairs.length);
  });
});

it("is drawn on the page of the architecture", async () => {
  const drawn = await generateFloors();
  for (const [path, text] of drawn) expect(readFileSync(resolve(root, path), "utf8")).toBe(text);
  expect([...drawn.keys()]).toEqual(["docs/architecture.md"]);
});

describe("A house that does not stand", () => {
  const house: House = { folder: "", floors: [["top"], ["left", "right"], ["ground", "ground.ts"]] };
  const tie = (from: string, statement: string) => importsOf(from, statement);

  it.each([
    ["from below", tie("ground/a.ts", 'import { b } from "../top/b.js";'), "ground/a.ts needs b of top/b.ts"],
    ["from beside", tie("left/a.ts", 'import b, { c } from "../right/b.js";'), "left/a.ts needs b, c of right/b.ts"],
    ["by handing on", tie("ground.ts", 'export * from "./top/b.js";'), "ground.ts needs * of top/b.ts"],
    ["for its effects", tie("ground.ts", 'import "./top/b.js";'), "ground.ts needs the effects of top/b.ts"],
  ])("has an arrow up: %s", (_name, imports, message) => {
    expect(arrowsUp(house, imports).map(described)).toEqual([message]);
  });

  it.each([
    ["downwards", tie("top/a.ts", 'import { b } from "../left/b.js";')],
    ["inside of a room", tie("left/a.ts", 'import { b } from "./b.js";')],
    ["of a type", tie("ground/a.ts", 'import type { B } from "../top/b.js";')],
    ["of types among values", tie("ground/a.ts", 'import { type B } from "../top/b.js";')],
    ["of a type that is handed on", tie("ground/a.ts", 'export type { B } from "../top/b.js";')],
  ])("has none: %s", (_name, imports) => {
    expect(arrowsUp(house, imports)).toEqual([]);
  });

  it("has circles", () => {
    const imports = [
      ...tie("a.ts", 'import { b } from "./b.js"; import { d } from "./d.js";'),
      ...tie("b.ts", 'import { c } from "./c.js";'),
      ...tie("c.ts", 'import { a } from "./a.js";'),
      ...tie("d.ts", 'import { e } from "./e.js";'),
      ...tie("e.ts", 'import { d } from "./d.js";'),
    ];
    expect(circlesOf(imports).map((circle) => [...circle].sort())).toEqual([
      ["a.ts", "b.ts", "c.ts"],
      ["d.ts", "e.ts"],
    ]);
  });
});
