export interface Recipe {
  readonly client: string;
  readonly module: string;
  readonly asks: string;
  readonly disables: "certificate" | "host";
  readonly speaks?: "mysql" | "postgres" | "smtp";
  readonly isForPerson?: true;
  readonly code: string;
}

export const recipes: readonly Recipe[];
