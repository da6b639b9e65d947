/** Words to be found by their bytes. */
export interface ByteWords {
  /** Hashed: the place of the word, from 1; words with one hash follow each other. */
  readonly slots: Int32Array;
  readonly bytes: Uint8Array;
  /** Where each word begins; and the end of the last one. */
  readonly starts: Int32Array;
}

export function byteWords(words: readonly string[]): ByteWords {
  return hashedWords(words, hashOf);
}

/** The same by another hash, of bytes and where a word begins in them and ends. */
export function hashedWords(
  words: readonly string[],
  hash: (bytes: Uint8Array, from: number, to: number) => number,
): ByteWords {
  const encoded = words.map((word) => new TextEncoder().encode(word));
  const starts = Int32Array.from({ length: words.length + 1 }, (_, index) =>
    encoded.slice(0, index).reduce((sum, { length }) => sum + length, 0),
  );
  const bytes = new Uint8Array(starts[words.length] as number);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(words.length * 4 + 4)));
  for (const [index, word] of encoded.entries()) {
    bytes.set(word, starts[index]);
    let slot = hash(word, 0, word.length) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = index + 1;
  }
  return { slots, bytes, starts };
}

/** Which word stands from `from` to before `to`, from 1; 0 if it is none of them. */
export function findWord(words: ByteWords, bytes: Uint8Array, from: number, to: number): number {
  const { slots } = words;
  if (from === to) return 0;
  let slot = hashOf(bytes, from, to) & (slots.length - 1);
  for (;;) {
    const place = slots[slot] as number;
    if (place === 0 || isWord(words, place - 1, bytes, from, to)) return place;
    slot = (slot + 1) & (slots.length - 1);
  }
}

function isWord(words: ByteWords, index: number, bytes: Uint8Array, from: number, to: number): boolean {
  const start = words.starts[index] as number;
  if ((words.starts[index + 1] as number) - start !== to - from) return false;
  for (let at = from; at < to; at++) if (bytes[at] !== words.bytes[start + at - from]) return false;
  return true;
}

/** Of the length and three letters. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] as number;
  const middle = bytes[(from + to) >> 1] as number;
  const last = bytes[to - 1] as number;
  return (to - from) * 7 + first * 31 + middle * 101 + last * 17;
}
