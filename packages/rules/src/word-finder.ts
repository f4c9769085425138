/** Tells whether some word stands in a text that is accepted; each word that occurs is offered. */
export type WordFinder = (text: string, isAccepted: (word: string) => boolean) => boolean;

/**
 * Looks for many ASCII words at once (Wu and Manber's algorithm with blocks of two characters):
 * most blocks occur in no word, and then all but one character of the shortest word can be skipped.
 */
export function createWordFinder(words: readonly string[]): WordFinder {
  const window = Math.min(...words.map((word) => word.length));
  const skips = new Uint8Array(65_536).fill(window - 1);
  const endings = new Map<number, string[]>();
  for (const word of words) {
    for (let at = 1; at < window; at++) {
      const block = blockAt(word, at);
      skips[block] = Math.min(skips[block]!, window - 1 - at);
    }
    const ending = blockAt(word, window - 1);
    endings.set(ending, [...(endings.get(ending) ?? []), word]);
  }
  return (text, isAccepted) => {
    for (let at = window - 1; at < text.length; ) {
      const skip = skips[blockAt(text, at)]!;
      if (skip === 0 && endings.get(blockAt(text, at))!.some((word) => text.startsWith(word, at - window + 1) && isAccepted(word))) return true;
      at += skip || 1;
    }
    return false;
  };
}

/** Characters beyond Latin-1 share their block with others, which costs a comparison and no more. */
function blockAt(text: string, at: number): number {
  return (text.charCodeAt(at - 1) & 0xff) | ((text.charCodeAt(at) & 0xff) << 8);
}
