export function recordSessions(): Map<string, string>;
