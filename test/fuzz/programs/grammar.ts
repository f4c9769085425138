import fc from "fast-check";
import type { OptionName } from "tls-rules";
import type {
  Callee,
  Flag,
  KeyStyle,
  Layout,
  ObjectShape,
  ProgramShape,
  Property,
  Statement,
  Value,
  Write,
} from "./shapes.js";
import { literalsOf, otherProperties, processWrites } from "./vocabulary.js";

/** Arbitraries name the plainest form first, so that a failure shrinks to it. */

const flag: fc.Arbitrary<Flag> = fc.record({
  kind: fc.constant("flag"),
  index: fc.constantFrom(0 as const, 1 as const),
  isNegated: fc.boolean(),
});

const literal = (name: OptionName): fc.Arbitrary<Value> =>
  fc.constantFrom(...literalsOf[name]).map((text) => ({ kind: "literal", text }));

function value(name: OptionName, depth = 2): fc.Arbitrary<Value> {
  if (depth === 0) return literal(name);
  const inner = value(name, depth - 1);
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: literal(name), weight: 8 },
    { arbitrary: fc.record({ kind: fc.constant("named" as const), value: inner }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant("asserted" as const), value: inner }), weight: 1 },
    { arbitrary: fc.constant<Value>({ kind: "given" }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant("choice" as const), flag, yes: inner, no: inner }), weight: 2 },
    {
      arbitrary: fc.record({
        kind: fc.constant("fallback" as const),
        operator: fc.constantFrom("||" as const, "??" as const),
        value: inner,
      }),
      weight: 1,
    },
    { arbitrary: fc.record({ kind: fc.constant("and" as const), flag, value: inner }), weight: 1 },
  );
}

const optionNames = Object.keys(literalsOf) as OptionName[];

/** Options that decide which versions are spoken come up more often: they depend on each other most. */
const optionName: fc.Arbitrary<OptionName> = fc.oneof(
  fc.constantFrom<OptionName>("minVersion", "maxVersion", "secureProtocol", "rejectUnauthorized", "ciphers"),
  fc.constantFrom(...optionNames),
);

const keyStyle: fc.Arbitrary<KeyStyle> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant<KeyStyle>("plain"), weight: 8 },
  { arbitrary: fc.constantFrom<KeyStyle>("quoted", "escaped", "computed"), weight: 1 },
);

const optionProperty: fc.Arbitrary<Property> = optionName.chain((name) =>
  fc.record({ kind: fc.constant("option" as const), name: fc.constant(name), key: keyStyle, value: value(name) }),
);

const otherProperty = fc.constantFrom(...otherProperties).map((text): Property => ({ kind: "other", text }));

function property(depth: number): fc.Arbitrary<Property> {
  const simple = [
    { arbitrary: optionProperty, weight: 8 },
    { arbitrary: otherProperty, weight: 3 },
    { arbitrary: fc.constant<Property>({ kind: "spreadGiven" }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant("spreadKnown" as const), index: fc.nat(3) }), weight: 1 },
  ];
  if (depth === 0) return fc.oneof({ withCrossShrink: true }, ...simple);
  const spread = fc.record({
    kind: fc.constant("spread" as const),
    style: fc.constantFrom("plain" as const, "and" as const, "choice" as const, "either" as const),
    flag,
    entries: fc.array(property(depth - 1), { minLength: 1, maxLength: 2 }),
  });
  return fc.oneof({ withCrossShrink: true }, ...simple, { arbitrary: spread, weight: 2 });
}

const objectShape: fc.Arbitrary<ObjectShape> = fc.record({
  properties: fc.array(property(1), { minLength: 1, maxLength: 5 }),
  wrap: fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.constant("none" as const), weight: 8 },
    { arbitrary: fc.constantFrom("asConst" as const, "freeze" as const, "assign" as const), weight: 1 },
  ),
});

function write(depth: number): fc.Arbitrary<Write> {
  const set = optionName.chain((name) =>
    fc.record({
      kind: fc.constant("set" as const),
      name: fc.constant(name),
      value: value(name, 1),
      operator: fc.constantFrom("=" as const, "=" as const, "??=" as const, "||=" as const),
    }),
  );
  const unless = optionName.chain((name) =>
    fc.record({ kind: fc.constant("unless" as const), name: fc.constant(name), value: value(name, 0) }),
  );
  const simple = [
    { arbitrary: set, weight: 6 },
    { arbitrary: fc.record({ kind: fc.constant("merge" as const), object: objectShape }), weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant("delete" as const), name: optionName }), weight: 1 },
    { arbitrary: unless, weight: 1 },
    { arbitrary: fc.record({ kind: fc.constant("read" as const), name: optionName }), weight: 1 },
    { arbitrary: fc.constant<Write>({ kind: "hand over" }), weight: 1 },
  ];
  if (depth === 0) return fc.oneof({ withCrossShrink: true }, ...simple);
  const writes = fc.array(write(depth - 1), { minLength: 1, maxLength: 2 });
  const conditional = fc.record({
    kind: fc.constant("if" as const),
    flag,
    writes,
    otherwise: fc.array(write(depth - 1), { maxLength: 1 }),
  });
  return fc.oneof({ withCrossShrink: true }, ...simple, { arbitrary: conditional, weight: 2 });
}

const callee: fc.Arbitrary<Callee> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: fc.constant<Callee>("tls.connect"), weight: 3 },
  {
    arbitrary: fc.constantFrom<Callee>(
      "https.request",
      "https.Agent",
      "tls.createServer",
      "https.createServer",
      "tls.createSecureContext",
    ),
    weight: 3,
  },
);

const maybeFlag = fc.option(flag, { nil: undefined, freq: 3 });

const simpleStatements = [
  { arbitrary: fc.record({ kind: fc.constant("call" as const), callee, object: objectShape }), weight: 4 },
  {
    arbitrary: fc.record({
      kind: fc.constant("object" as const),
      object: objectShape,
      writes: fc.array(write(1), { maxLength: 3 }),
      calls: fc.array(fc.record({ callee, flag: maybeFlag, isSpread: fc.boolean() }), { minLength: 1, maxLength: 2 }),
    }),
    weight: 5,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant("wrapper" as const),
      callee,
      style: fc.constantFrom(
        "spread first" as const,
        "spread last" as const,
        "assign" as const,
        "default" as const,
        "parameter" as const,
      ),
      object: objectShape,
      calls: fc.array(objectShape, { maxLength: 2 }),
      isExported: fc.boolean(),
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant("class" as const),
      callee,
      object: objectShape,
      isDecorated: fc.boolean(),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant("table" as const),
      callee,
      objects: fc.tuple(objectShape, objectShape),
      flag,
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant("test" as const),
      callee,
      object: objectShape,
      asserts: fc.oneof(fc.constant("throws" as const), optionName),
    }),
    weight: 1,
  },
  {
    arbitrary: fc.record({
      kind: fc.constant("process" as const),
      text: fc.constantFrom(...processWrites),
      flag: maybeFlag,
    }),
    weight: 1,
  },
];

const simpleStatement: fc.Arbitrary<Statement> = fc.oneof({ withCrossShrink: true }, ...simpleStatements);

const statement: fc.Arbitrary<Statement> = fc.oneof(
  { withCrossShrink: true },
  { arbitrary: simpleStatement, weight: 10 },
  {
    arbitrary: fc.record({
      kind: fc.constant("if" as const),
      flag,
      body: simpleStatement,
      otherwise: fc.option(simpleStatement, { nil: undefined }),
    }),
    weight: 1,
  },
);

const layout: fc.Arbitrary<Layout> = fc.record({
  eol: fc.constantFrom("\n" as const, "\r\n" as const),
  hasByteOrderMark: fc.boolean(),
  hasSemicolons: fc.boolean().map((has) => !has),
  quote: fc.constantFrom('"' as const, "'" as const),
  isMultiline: fc.boolean(),
  hasLastComma: fc.boolean(),
  gaps: fc.oneof(
    { withCrossShrink: true },
    fc.constant<number[]>([]),
    fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.nat(6)), { maxLength: 60 }),
  ),
});

/** Programs around the places where TLS options stand. */
export const programShapes: fc.Arbitrary<ProgramShape> = fc.record({
  language: fc.constantFrom("cjs" as const, "mjs" as const, "ts" as const),
  isTest: fc.oneof({ arbitrary: fc.constant(false), weight: 5 }, { arbitrary: fc.constant(true), weight: 1 }),
  flags: fc.constantFrom(["c", "d"] as const, ["insecure", "verify"] as const, ["isDev", "strict"] as const),
  flagSource: fc.constantFrom("settings" as const, "environment" as const, "parameters" as const),
  statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
  layout,
});
