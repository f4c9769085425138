import type { Rule as EslintRule } from "eslint";
import { createTypeReader, type TypeChecker, type TypeReader, type TypeSource } from "tls-rules";

/** What typescript-eslint's parser gives; without types `program` is null. */
interface ParserServices {
  readonly program?: { getTypeChecker(): TypeChecker } | null;
  readonly esTreeNodeToTSNodeMap?: { get: TypeSource["nodeFor"] };
}

/** The types of a file, where its parser has them. Throws an Error where it has none and `settings.tls.types` is `"required"`. */
export function typesOf({ sourceCode, settings, filename }: EslintRule.RuleContext): TypeReader | undefined {
  const { program, esTreeNodeToTSNodeMap: nodes } = sourceCode.parserServices as ParserServices;
  if (!program || !nodes) return isRequired(settings) ? refuse(filename) : undefined;
  return createTypeReader({
    get checker() {
      return program.getTypeChecker();
    },
    nodeFor: (node) => nodes.get(node),
  });
}

function isRequired(settings: EslintRule.RuleContext["settings"]): boolean {
  return (settings["tls"] as { readonly types?: unknown } | undefined)?.types === "required";
}

function refuse(filename: string): never {
  throw new Error(
    `${filename} was parsed without types, which \`settings.tls.types\` requires. ` +
      "Give it typescript-eslint's parser with `languageOptions.parserOptions.projectService: true`, or use `tls.configs.recommended` alone, which needs none.",
  );
}
