import fc from "fast-check";

/** A command of a shell script, as data that shrinks. */
export type Command =
  | { readonly kind: "simple"; readonly assignments: readonly string[]; readonly words: readonly string[] }
  | { readonly kind: "assign"; readonly word: "" | "export "; readonly assignments: readonly string[] }
  | {
      readonly kind: "list";
      readonly operator: "&&" | "||" | ";" | "|";
      readonly commands: readonly [Command, Command];
    }
  | { readonly kind: "if"; readonly body: Command; readonly otherwise: Command | undefined }
  | { readonly kind: "guard"; readonly operator: "&&" | "||"; readonly command: Command }
  | { readonly kind: "group"; readonly open: "(" | "{"; readonly command: Command }
  | { readonly kind: "nested"; readonly command: Command };

const assignments = [
  "NODE_TLS_REJECT_UNAUTHORIZED=0",
  "NODE_TLS_REJECT_UNAUTHORIZED='0'",
  "NODE_TLS_REJECT_UNAUTHORIZED=1",
  'NODE_OPTIONS="--tls-min-v1.0"',
  'NODE_OPTIONS="--tls-max-v1.2"',
  "NODE_ENV=production",
] as const;

const commandWords = [
  ["node", "server.js"],
  ["node", "--tls-min-v1.0", "server.js"],
  ["node", "--tls-cipher-list=ALL", "--enable-source-maps", "server.js"],
  ["npm", "ci"],
  ["npm", "config", "set", "strict-ssl", "false"],
  ["npm", "run", "build", "--strict-ssl=false"],
  ["env", "NODE_TLS_REJECT_UNAUTHORIZED=0", "node", "server.js"],
  ["cross-env", "NODE_TLS_REJECT_UNAUTHORIZED=0", "node", "server.js"],
  ["cross-env", "NODE_ENV=test", "NODE_TLS_REJECT_UNAUTHORIZED=0", "npm", "test"],
  ["heroku", "config:set", "NODE_TLS_REJECT_UNAUTHORIZED=0"],
  ["docker", "run", "-e", "NODE_TLS_REJECT_UNAUTHORIZED=0", "image"],
  ["echo", '"NODE_TLS_REJECT_UNAUTHORIZED=0"'],
] as const;

const assignment = fc.constantFrom(...assignments);

const simple = [
  {
    arbitrary: fc.record({
      kind: fc.constant("simple" as const),
      assignments: fc.array(assignment, { maxLength: 2 }),
      words: fc.constantFrom(...commandWords),
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant("assign" as const),
      word: fc.constantFrom("export " as const, "" as const),
      assignments: fc.array(assignment, { minLength: 1, maxLength: 2 }),
    }),
    weight: 3,
  },
];

/** Commands that may hold others, `depth` deep. */
export function command(depth = 2): fc.Arbitrary<Command> {
  if (depth === 0) return fc.oneof({ withCrossShrink: true }, ...simple);
  const inner = command(depth - 1);
  return fc.oneof(
    { withCrossShrink: true },
    ...simple,
    {
      arbitrary: fc.record({
        kind: fc.constant("list" as const),
        operator: fc.constantFrom("&&" as const, ";" as const, "||" as const, "|" as const),
        commands: fc.tuple(inner, inner),
      }),
      weight: 3,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant("if" as const),
        body: inner,
        otherwise: fc.option(inner, { nil: undefined }),
      }),
      weight: 1,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant("guard" as const),
        operator: fc.constantFrom("&&" as const, "||" as const),
        command: inner,
      }),
      weight: 1,
    },
    {
      arbitrary: fc.record({
        kind: fc.constant("group" as const),
        open: fc.constantFrom("(" as const, "{" as const),
        command: inner,
      }),
      weight: 1,
    },
    { arbitrary: fc.record({ kind: fc.constant("nested" as const), command: command(0) }), weight: 1 },
  );
}

/** A command in one line. */
export function printCommand(shape: Command): string {
  switch (shape.kind) {
    case "simple":
      return [...shape.assignments, ...shape.words].join(" ");
    case "assign":
      return shape.word + shape.assignments.join(" ");
    case "list": {
      const [first, second] = shape.commands.map((part) =>
        part.kind === "list" ? `{ ${printCommand(part)}; }` : printCommand(part),
      );
      return `${first}${shape.operator === ";" ? ";" : ` ${shape.operator}`} ${second}`;
    }
    case "if": {
      const otherwise = shape.otherwise ? `; else ${printCommand(shape.otherwise)}` : "";
      return `if [ -n "$CHOICE" ]; then ${printCommand(shape.body)}${otherwise}; fi`;
    }
    case "guard":
      return `[ -n "$CHOICE" ] ${shape.operator} ${printCommand(shape.command)}`;
    case "group":
      return shape.open === "(" ? `( ${printCommand(shape.command)} )` : `{ ${printCommand(shape.command)}; }`;
    case "nested":
      return `sh -c '${printCommand(shape.command).replaceAll("'", "")}'`;
  }
}
