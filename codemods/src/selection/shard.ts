/** One part of a run that is split over several machines; `index` counts from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** The same answer on every machine: it depends on nothing but the POSIX path. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return hash(path) % count === index - 1;
}

/** FNV-1a over UTF-8 bytes, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(text)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
