/** Tells whether some word stands in the first `length` bytes that is accepted; each word that occurs is offered. */
export type WordFinder = (bytes: Uint8Array, length: number, isAccepted?: (word: string) => boolean) => boolean;

/** The bytes of a word that are looked at first, and how far into the word they are. */
interface Hold {
  readonly offset: number;
  readonly word: string;
  readonly bytes: Uint8Array;
}

/** Four bytes at a multiple of four, which are read as one number. */
const groupSize = 4;
export const shortestWord = 2 * groupSize - 1;

/**
 * Looks for many ASCII words of seven characters or more at once, without decoding the bytes: wherever such a word stands, it covers a whole group of four bytes.
 * Each group is one look into a table of bits that stays in the processor's cache, and none depends on the one before, as steps over bytes that are skipped would.
 */
export function createWordFinder(words: readonly string[]): WordFinder {
  const short = words.find((word) => word.length < shortestWord);
  if (short !== undefined)
    throw new RangeError(`The word ${JSON.stringify(short)} is shorter than ${shortestWord} characters.`);
  // most runs read one language, and the table of each takes milliseconds
  let table: Table | undefined;
  return (bytes, length, isAccepted = acceptsAll) => {
    const { holds, bits } = (table ??= tableOf(words));
    const first = -bytes.byteOffset & (groupSize - 1);
    if (length - first < groupSize) return false;
    const groups = new Int32Array(bytes.buffer, bytes.byteOffset + first, (length - first) >> 2);
    for (let index = nextHold(groups, 0, bits); index < groups.length; index = nextHold(groups, index + 1, bits)) {
      if (hasWordAt(bytes, first + index * groupSize, length, holds.get(groups[index]!), isAccepted)) return true;
    }
    return false;
  };
}

interface Table {
  readonly holds: ReadonlyMap<number, readonly Hold[]>;
  readonly bits: Int32Array;
}

function tableOf(words: readonly string[]): Table {
  const holds = new Map<number, Hold[]>();
  for (const hold of words.flatMap(holdsOf)) {
    const group = groupAt(hold.bytes, hold.offset);
    holds.set(group, [...(holds.get(group) ?? []), hold]);
  }
  return { holds, bits: bitsOf(holds.keys()) };
}

/** The next group that a word may be held by, or the number of groups. Without closures and calls of its own: this is run for every group of every file. */
function nextHold(groups: Int32Array, from: number, bits: Int32Array): number {
  const { length } = groups;
  for (let index = from; index < length; index++) {
    const group = groups[index]!;
    if (isSet(bits, firstBitOf(group)) && isSet(bits, secondBitOf(group))) return index;
  }
  return length;
}

/** One hold for each way to lie across the groups. Of several groups the one that looks least like prose and everyday code is watched. */
function holdsOf(word: string): readonly Hold[] {
  const bytes = Uint8Array.from(word, (character) => character.charCodeAt(0));
  return [0, 1, 2, 3].map((way) => {
    const offsets = [...bytes.keys()].filter(
      (offset) => offset % groupSize === way && offset + groupSize <= word.length,
    );
    const strangeness = (offset: number) => word.slice(offset, offset + groupSize).replaceAll(/[a-z]/g, "").length;
    return {
      offset: offsets.reduce((best, offset) => (strangeness(offset) > strangeness(best) ? offset : best)),
      word,
      bytes,
    };
  });
}

function groupAt(bytes: Uint8Array, offset: number): number {
  return new Int32Array(bytes.slice(offset, offset + groupSize).buffer)[0]!;
}

/** A Bloom filter: nearly all groups that are none of these are told by one bit, and of the others nearly all by the second. */
function bitsOf(groups: Iterable<number>): Int32Array {
  const bits = new Int32Array(1024);
  for (const bit of [...groups].flatMap((group) => [firstBitOf(group), secondBitOf(group)]))
    bits[bit >>> 5]! |= 1 << bit;
  return bits;
}

function isSet(bits: Int32Array, bit: number): boolean {
  return ((bits[bit >>> 5]! >>> bit) & 1) === 1;
}

/** Fifteen bits, mixed from all of a group by the golden ratio. */
function firstBitOf(group: number): number {
  return Math.imul(group, 0x9e3779b1) >>> 17;
}

function secondBitOf(group: number): number {
  return Math.imul(group, 0x85ebca6b) >>> 17;
}

function hasWordAt(
  bytes: Uint8Array,
  at: number,
  length: number,
  holds: readonly Hold[] = noHolds,
  isAccepted: (word: string) => boolean,
): boolean {
  for (const hold of holds) if (isAt(bytes, at - hold.offset, hold.bytes, length) && isAccepted(hold.word)) return true;
  return false;
}

const noHolds: readonly Hold[] = [];
const acceptsAll = () => true;

function isAt(bytes: Uint8Array, start: number, word: Uint8Array, length: number): boolean {
  if (start < 0 || start + word.length > length) return false;
  for (let offset = 0; offset < word.length; offset++) if (bytes[start + offset] !== word[offset]) return false;
  return true;
}
