import type { TSESTree } from "@typescript-eslint/types";
import { isOptionName } from "../option-names.js";
import { isExpectation } from "./expectations.js";
import { readObject, type PropertyWrite } from "./object-model.js";
import { placeOf } from "./places.js";
import { guardAround } from "./guards.js";
import type { Program } from "./program.js";
import { propertyName } from "./property-name.js";
import { alternativesOf } from "./static-value.js";
import { createTlsOptions, type TlsOptions } from "./tls-options.js";

/**
 * Options whose call is out of sight but whose key and value are unmistakably Node's: a `rejectUnauthorized: false` in an object that
 * goes to a wrapper, a `secureProtocol` assigned to a parameter. What is already tied to a TLS call is left out.
 */
export function likelyTlsOptions(program: Program, claimed: ReadonlySet<PropertyWrite["node"]>): readonly TlsOptions[] {
  return [...literalModels(program, claimed), ...memberModels(program, claimed)]
    .filter(({ writes }) => writes.some((write) => isUnmistakable(program, write)))
    .map(({ anchor, writes }) =>
      createTlsOptions(
        program,
        { client: undefined, side: "unknown", certainty: "likely", scope: "connection", unverified: false, anchor, vocabulary: {} },
        { writes, complete: false },
      ),
    );
}

interface Shape {
  readonly anchor: TSESTree.Node;
  readonly writes: readonly PropertyWrite[];
}

function literalModels(program: Program, claimed: ReadonlySet<PropertyWrite["node"]>): readonly Shape[] {
  return program.objects.flatMap((object) => {
    if (!object.properties.some((property) => property.type === "Property" && isOption(program, property))) return [];
    if (isExpectation(program, object)) return [];
    const writes = readObject(program, object).writes.filter((write) => !claimed.has(write.node));
    return writes.length > 0 ? [{ anchor: object, writes }] : [];
  });
}

function isOption(program: Program, property: TSESTree.Property): boolean {
  const name = propertyName(program, property);
  return name !== undefined && isOptionName(name);
}

function memberModels(program: Program, claimed: ReadonlySet<PropertyWrite["node"]>): readonly Shape[] {
  const byObject = new Map<string, { anchor: TSESTree.Node; writes: PropertyWrite[] }>();
  for (const assignment of program.assignments) {
    if (claimed.has(assignment) || assignment.left.type !== "MemberExpression") continue;
    const key = propertyName(program, assignment.left);
    if (key === undefined || !isOptionName(key)) continue;
    const object = objectKey(program, assignment.left.object);
    const shape = byObject.get(object) ?? { anchor: assignment, writes: [] };
    byObject.set(object, shape);
    shape.writes.push({
      key,
      keyNode: assignment.left.property,
      node: assignment,
      value: assignment.right,
      guard: guardAround(program, assignment),
      owned: true,
    });
  }
  return [...byObject.values()];
}

/** Two writes belong to one object when they spell it alike inside one function. */
function objectKey(program: Program, object: TSESTree.Node): string {
  let owner: TSESTree.Node | undefined = object;
  while (owner && !/Function|Program/.test(owner.type)) owner = owner.parent;
  const place = placeOf(program, object);
  const name = place?.path.join(".") ?? "";
  return `${owner?.range[0] ?? 0}:${name}:${program.textOf(object)}`;
}

const protocolVersion = /^(TLSv1(\.[0-3])?|SSLv[23])$/;
const protocolMethod = /^(TLS|SSL|DTLS)(v[\d_]+)?_(client_|server_)?method$/i;

function isUnmistakable(program: Program, write: PropertyWrite): boolean {
  return alternativesOf(program, write.value).some((alternative) => {
    const value = alternative.kind === "known" ? alternative.value : undefined;
    switch (write.key) {
      case "rejectUnauthorized":
        return value === false;
      case "secureProtocol":
        return typeof value === "string" && protocolMethod.test(value);
      case "minVersion":
      case "maxVersion":
        return typeof value === "string" && protocolVersion.test(value);
      case "checkServerIdentity":
        return alternative.kind === "function";
      default:
        return false;
    }
  });
}
