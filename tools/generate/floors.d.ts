export function generateFloors(): Promise<Map<string, string>>;
