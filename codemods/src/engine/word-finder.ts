/** Tells whether any of the words stands in the first `length` bytes. */
export type WordFinder = (bytes: Uint8Array, length: number) => boolean;

/**
 * Looks for many ASCII words at once without decoding the bytes (Wu and Manber's algorithm with blocks of two bytes):
 * most blocks occur in no word, and then all but one byte of the shortest word can be skipped.
 */
export function createWordFinder(words: readonly string[]): WordFinder {
  const window = Math.min(...words.map((word) => word.length));
  const skips = new Uint8Array(65_536).fill(window - 1);
  const endings = new Map<number, Buffer[]>();
  for (const word of words.map((text) => Buffer.from(text, "latin1"))) {
    for (let at = 1; at < window; at++) {
      const block = word[at - 1]! | (word[at]! << 8);
      skips[block] = Math.min(skips[block]!, window - 1 - at);
    }
    const ending = word[window - 2]! | (word[window - 1]! << 8);
    endings.set(ending, [...(endings.get(ending) ?? []), word]);
  }
  return (bytes, length) => {
    for (let at = window - 1; at < length; ) {
      const block = bytes[at - 1]! | (bytes[at]! << 8);
      const skip = skips[block]!;
      if (skip > 0) at += skip;
      else if (isOneAt(bytes, at - window + 1, endings.get(block)!, length)) return true;
      else at++;
    }
    return false;
  };
}

function isOneAt(bytes: Uint8Array, start: number, words: readonly Uint8Array[], length: number): boolean {
  for (const word of words) if (isAt(bytes, start, word, length)) return true;
  return false;
}

function isAt(bytes: Uint8Array, start: number, word: Uint8Array, length: number): boolean {
  if (start + word.length > length) return false;
  for (let offset = 0; offset < word.length; offset++) if (bytes[start + offset] !== word[offset]) return false;
  return true;
}
