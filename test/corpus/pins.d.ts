export function readPins(): Readonly<Record<string, string>>;
