import { threefry, unit } from './threefry.ts';

/** A place in the tree of streams: each run, lead and purpose has its own, so what one draws never shifts what another draws. */
export interface Stream {
  readonly key0: number;
  readonly key1: number;
}

const scratch = new Int32Array(2);

/** The stream that a seed, an integer below 2⁵³, begins. */
export function seedStream(seed: number): Stream {
  return { key0: seed | 0, key1: Math.floor(seed / 4294967296) | 0 };
}

/** A stream of its own for each of two numbers, which stand for a purpose and a thing. */
export function branch({ key0, key1 }: Stream, purpose: number, thing: number): Stream {
  threefry(key0, key1, purpose, thing, scratch);
  return { key0: scratch[0] as number, key1: scratch[1] as number };
}

/** A number in (0, 1): always the same for the same stream and place. */
export function uniformAt({ key0, key1 }: Stream, purpose: number, thing: number): number {
  threefry(key0, key1, purpose, thing, scratch);
  return unit(scratch[0] as number);
}

/** A name as a number (FNV-1a), so that what is drawn for a name stays when others are added. */
export function purposeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return hash | 0;
}
