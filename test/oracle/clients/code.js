/** JavaScript that stands in a recipe as it is. */
export class Code {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** `code\`() => undefined\``: an expression among the values of a recipe. */
export const code = ({ raw: [text] }) => new Code(text);

const isName = /^[A-Za-z_$][\w$]*$/;

/** The literal that makes a value. */
export function codeOf(value) {
  if (value instanceof Code) return String(value);
  if (Array.isArray(value)) return `[${value.map(codeOf).join(", ")}]`;
  if (typeof value !== "object" || value === null) return value === undefined ? "undefined" : JSON.stringify(value);
  const entries = Object.entries(value).map(
    ([key, own]) => `${isName.test(key) ? key : JSON.stringify(key)}: ${codeOf(own)}`,
  );
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}

const isObject = (value) => typeof value === "object" && value !== null && !(value instanceof Code);
const isPlain = (value) => isObject(value) && !Array.isArray(value);

/** Whether there is a place for an object at the end of a path, in what a recipe hands over. */
export function hasPlace(args, [index, ...path]) {
  if (index >= args.length) return false;
  let at = args[index];
  for (const [step, key] of path.entries()) {
    if (key === "()") continue;
    if (at instanceof Code || typeof at !== "object" || at === null) return false;
    if (Array.isArray(at) && key !== "*") return false;
    const next = key === "*" ? Object.values(at)[0] : at[key];
    if (next === undefined) return !path.slice(step).includes("*");
    if (step === path.length - 1) return true;
    at = next;
  }
  return path.length > 0 ? true : isPlain(at);
}

/** The same arguments with a value at the end of a path; an object is joined to the one that stands there. */
export function withValueAt(args, [index, ...path], value) {
  return args.map((each, at) => (at === index ? inside(each, path, value) : each));
}

function inside(holder, [key, ...rest], value) {
  if (key === undefined) return isPlain(value) && isPlain(holder) ? { ...holder, ...value } : value;
  if (key === "()") return new Code(`() => (${codeOf(inside(holder, rest, value))})`);
  if (Array.isArray(holder)) return holder.map((each, at) => (at === 0 ? inside(each, rest, value) : each));
  const name = key === "*" ? Object.keys(holder)[0] : key;
  return { ...holder, [name]: inside(holder?.[name], rest, value) };
}
