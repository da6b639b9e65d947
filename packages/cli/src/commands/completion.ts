import type { Command } from 'commander';
import { type Shell, shells } from '../completion/shells.ts';
import { wordsOf } from '../completion/words.ts';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';

export interface CompletionOptions {
  readonly shell: Shell;
  /** What is completed. */
  readonly program: Command;
}

/** Prints a script that completes command lines. */
export async function completion({ shell, program }: CompletionOptions, io: Io): Promise<number> {
  await write(io, 'stdout', shells[shell](wordsOf(program)));
  return exit.fine;
}
