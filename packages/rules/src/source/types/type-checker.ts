/** The part of TypeScript's compiler interface that is read, spelt out here so that any release of TypeScript fits and none has to be installed. */
export interface TypeChecker {
  getTypeAtLocation(node: CheckedNode): CheckedType;
  getContextualType(node: CheckedNode): CheckedType | undefined;
  getResolvedSignature(call: CheckedNode): CheckedSignature | undefined;
  getBaseConstraintOfType(type: CheckedType): CheckedType | undefined;
  getPropertyOfType(type: CheckedType, name: string): CheckedSymbol | undefined;
  getPropertiesOfType(type: CheckedType): readonly CheckedSymbol[];
  getTypeOfSymbol(symbol: CheckedSymbol): CheckedType;
  typeToString(type: CheckedType): string;
}

export interface CheckedNode {
  readonly parent: CheckedNode;
  getSourceFile(): { readonly fileName: string };
}

export interface CheckedType {
  isUnion(): boolean;
}

export interface CheckedSymbol {
  readonly name: string;
  readonly declarations?: readonly CheckedNode[] | undefined;
}

export interface CheckedSignature {
  readonly declaration?: CheckedNode | undefined;
}
