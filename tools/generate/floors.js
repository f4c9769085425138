import { readFile } from "node:fs/promises";
import { withGeneratedPart } from "./generated-part.js";

const root = new URL("../../", import.meta.url);
const path = "docs/architecture.md";

/**
 * The drawing of the floors of all packages, from the table to which test/layout holds their imports.
 * @returns {Promise<Map<string, string>>} text by path from the repository root; nothing is written.
 */
export async function generateFloors() {
  const houses = JSON.parse(await readFile(new URL("test/layout/floors.json", root), "utf8"));
  const text = await readFile(new URL(path, root), "utf8");
  return new Map([[path, withGeneratedPart(path, text, "floors", drawing(houses))]]);
}

function drawing(houses) {
  return [...houses.map(table), ...houses.flatMap(exceptions)].join("\n\n");
}

function table({ folder, floors }) {
  const rows = floors.map((rooms) => `| ${rooms.map((room) => `\`${nameOf(room)}\``).join(" · ")} |`);
  return [`| \`${folder}\` |`, "| --- |", ...rows].join("\n");
}

function nameOf(room) {
  if (room === ".") return "*.ts";
  return room.endsWith(".ts") ? room : `${room}/`;
}

function exceptions({ folder, circle, stairs = [] }) {
  return [
    ...(circle ? [`At most ${circle.files} files of \`${folder}/${circle.room}\` form a circle: ${circle.why}.`] : []),
    ...stairs.map(({ from, to, why }) => `In \`${folder}\`, \`${from}\` needs \`${to}\` above it: ${why}.`),
  ];
}
