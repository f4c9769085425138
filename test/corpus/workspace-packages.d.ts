export function workspacePackages(workspace: string): ReadonlyMap<string, string>;
