/** How a program of a client connects, and to what: the calls of its table with the arguments that it needs. */
export interface Recipe {
  /** The table's name. */
  readonly client: string;
  /** The package in the registry, where it is not the table's first module. */
  readonly package?: string;
  readonly isBuiltIn?: boolean;
}

export function readRecipes(): Promise<readonly Recipe[]>;
