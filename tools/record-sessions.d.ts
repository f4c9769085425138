export function recordSessions(): Promise<Map<string, string>>;
