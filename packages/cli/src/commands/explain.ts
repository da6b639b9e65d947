import { codes, didYouMean, explainCode } from '@smarketing/compiler/explain';
import { CannotRun } from '../cannot-run.ts';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';

/** Prints the page of a finding. */
export async function explain({ code }: { readonly code: string }, io: Io): Promise<number> {
  const page = explainCode(code);
  if (page === undefined) {
    const hint = didYouMean(code, codes) ?? 'The code stands beside the finding, after `error` or `warning`.';
    throw new CannotRun(`There is no finding \`${code}\`.`, hint);
  }
  await write(io, 'stdout', `${page.trimEnd()}\n`);
  return exit.fine;
}
