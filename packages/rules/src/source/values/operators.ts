export type Primitive = string | number | boolean | bigint | null | undefined;

/** What JavaScript's operators make of known values. */
export const unaryOperators: Readonly<Record<string, (value: Primitive) => Primitive>> = {
  "!": (value) => !value,
  "-": (value) => -Number(value),
  "+": (value) => Number(value),
  "~": (value) => ~Number(value),
  void: () => undefined,
};

const bits =
  (apply: (left: number, right: number) => number) =>
  (left: Primitive, right: Primitive): Primitive =>
    apply(Number(left), Number(right));

export const binaryOperators: Readonly<Record<string, (left: Primitive, right: Primitive) => Primitive>> = {
  "+": (left, right) =>
    typeof left === "string" || typeof right === "string" ? `${left}${right}` : Number(left) + Number(right),
  "-": bits((left, right) => left - right),
  "*": bits((left, right) => left * right),
  "**": bits((left, right) => left ** right),
  "|": bits((left, right) => left | right),
  "&": bits((left, right) => left & right),
  "^": bits((left, right) => left ^ right),
  "<<": bits((left, right) => left << right),
  ">>": bits((left, right) => left >> right),
  ">>>": bits((left, right) => left >>> right),
  "===": (left, right) => left === right,
  "!==": (left, right) => left !== right,
};

/** Whether `left <operator> right` is `left`: then the right side is never looked at. */
export const shortCircuits: Readonly<Record<string, (left: Primitive) => boolean>> = {
  "||": Boolean,
  "&&": (left) => !left,
  "??": (left) => left != null,
};

/** The methods of strings whose result is known when the string is. */
export const stringMethods: ReadonlyMap<string, (text: string) => Primitive> = new Map([
  ["toString", (text: string) => text],
  ["trim", (text: string) => text.trim()],
  ["toUpperCase", (text: string) => text.toUpperCase()],
  ["toLowerCase", (text: string) => text.toLowerCase()],
]);

export const conversions: ReadonlyMap<string, (value: Primitive) => Primitive> = new Map<
  string,
  (value: Primitive) => Primitive
>([
  ["String", String],
  ["Number", Number],
  ["Boolean", Boolean],
]);
