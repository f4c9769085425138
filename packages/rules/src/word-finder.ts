/** Tells whether some word stands in the first `length` bytes that is accepted; each word that occurs is offered. */
export type WordFinder = (bytes: Uint8Array, length: number, isAccepted?: (word: string) => boolean) => boolean;

interface Word {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/**
 * Looks for many ASCII words of three characters or more at once, without decoding the bytes (Wu and Manber's algorithm with blocks of three bytes):
 * nearly all blocks occur in no word, and then all but two bytes of the shortest word can be skipped.
 */
export function createWordFinder(words: readonly string[]): WordFinder {
  const window = Math.min(...words.map((word) => word.length));
  const skips = new Uint8Array(32_768).fill(window - 2);
  const endings = new Map<number, Word[]>();
  for (const word of words.map((text) => ({ text, bytes: Uint8Array.from(text, (character) => character.charCodeAt(0)) }))) {
    for (let at = 2; at < window; at++) {
      const block = blockAt(word.bytes, at);
      skips[block] = Math.min(skips[block]!, window - 1 - at);
    }
    const ending = blockAt(word.bytes, window - 1);
    endings.set(ending, [...(endings.get(ending) ?? []), word]);
  }
  return (bytes, length, isAccepted = acceptsAll) => {
    let at = window - 1;
    while (at < length) {
      const block = blockAt(bytes, at);
      const skip = skips[block]!;
      if (skip > 0) at += skip;
      else if (hasWordAt(bytes, at - window + 1, length, endings.get(block)!, isAccepted)) return true;
      else at++;
    }
    return false;
  };
}

/** Loops without closures: this is run at every few bytes of every file. */
function hasWordAt(bytes: Uint8Array, start: number, length: number, words: readonly Word[], isAccepted: (word: string) => boolean): boolean {
  for (const word of words) if (isAt(bytes, start, word.bytes, length) && isAccepted(word.text)) return true;
  return false;
}

const acceptsAll = () => true;

/** Five bits of each byte: a table that stays in the processor's cache is worth more than telling upper from lower case. */
function blockAt(bytes: Uint8Array, at: number): number {
  return (bytes[at - 2]! & 31) | ((bytes[at - 1]! & 31) << 5) | ((bytes[at]! & 31) << 10);
}

function isAt(bytes: Uint8Array, start: number, word: Uint8Array, length: number): boolean {
  if (start + word.length > length) return false;
  for (let offset = 0; offset < word.length; offset++) if (bytes[start + offset] !== word[offset]) return false;
  return true;
}
