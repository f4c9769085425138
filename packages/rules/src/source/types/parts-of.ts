import type { CheckedType, TypeChecker } from "./type-checker.js";

/** The types of which a value has one: those of a union, of what a type parameter extends. */
export function partsOf(checker: TypeChecker, type: CheckedType): readonly CheckedType[] {
  const known = checker.getBaseConstraintOfType(type) ?? type;
  return known.isUnion()
    ? (known as CheckedType & { readonly types: readonly CheckedType[] }).types.flatMap((part) =>
        partsOf(checker, part),
      )
    : [known];
}

/** The types that a property may have. */
export function propertyTypes(
  checker: TypeChecker,
  types: readonly CheckedType[],
  name: string,
): readonly CheckedType[] {
  return types
    .flatMap((type) => partsOf(checker, type))
    .flatMap((part) => {
      const property = checker.getPropertyOfType(part, name);
      return property ? [checker.getTypeOfSymbol(property)] : [];
    });
}
