import { bash } from './bash.ts';
import { fish } from './fish.ts';
import type { Words } from './words.ts';
import { zsh } from './zsh.ts';

/** The shells that there is a script for, in the order in which they are named to people. */
export const shells = { bash, zsh, fish } as const satisfies Record<string, (words: Words) => string>;

export type Shell = keyof typeof shells;

export const shellNames: readonly Shell[] = Object.keys(shells) as Shell[];
