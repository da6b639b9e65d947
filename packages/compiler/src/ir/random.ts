/**
 * A reproducible sequence of numbers in [0, 1): xoshiro128** 1.1 by David Blackman and Sebastiano Vigna (public
 * domain, prng.di.unimi.it/xoshiro128starstar.c), its state filled from the seed by the finalizer of MurmurHash3 by
 * Austin Appleby (public domain), as in splitmix32.
 *
 * ```ts
 * const random = seededRandom(7);
 * random(); // the same number on every machine
 * ```
 */
export function seededRandom(seed: number): () => number {
  let [a = 0, b = 0, c = 0, d = 0] = [1, 2, 3, 4].map((step) => mix(seed + step * 0x9e3779b9));
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result / 2 ** 32;
  };
}

/** A whole number from 0 to `count - 1`. */
export function below(random: () => number, count: number): number {
  return Math.floor(random() * count);
}

/** One of a list that is not empty. */
export function pick<T>(random: () => number, list: readonly T[]): T {
  return list[below(random, list.length)] as T;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
