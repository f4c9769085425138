/** `5,380`; `toLocaleString` would load the data of all languages first. */
export function grouped(count: number): string {
  return count < 1000 ? String(count) : `${grouped(Math.floor(count / 1000))},${String(count % 1000).padStart(3, "0")}`;
}

/** `1 file`, `2 files`, `5,380 repositories`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${count === 1 ? noun : `${noun}s`.replace(/([^aeiou])ys$/, "$1ies")}`;
}
