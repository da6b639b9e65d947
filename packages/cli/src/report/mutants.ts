import { exampleInOneLine, type MissingExample, type Survivor } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Mutated } from '../examples/mutate.ts';
import { colors, type Io, write } from '../io.ts';
import type { Loaded } from '../load/agreement.ts';
import { placeOf } from './place.ts';
import { counted, grouped } from './text.ts';

/** Changes that one example would notice; or those for which no example was found. */
interface Group {
  readonly survivors: readonly Survivor[];
  readonly missing: MissingExample | null;
}

interface Shown {
  readonly loaded: Loaded;
  readonly agreement: Agreement;
}

const most = 20;

/** How many small changes the examples notice, and those that they do not, each with its place and what is missing. */
export async function reportMutants(mutated: Mutated, shown: Shown, io: Io): Promise<void> {
  const { score, missing, written } = mutated;
  await reportScore(mutated, io);
  let left = most;
  for (const group of groupsOf(score.survivors, missing)) {
    const survivors = group.survivors.slice(0, left);
    left -= survivors.length;
    if (survivors.length > 0) await reportGroup({ ...group, survivors }, shown, io);
  }
  const more = score.survivors.length - most;
  if (more > 0) await write(io, 'stdout', `\n  and ${grouped(more)} more\n`);
  if (written === null) return;
  const path = `${shown.loaded.shown}/${written}`;
  await write(
    io,
    'stdout',
    `\n  ${counted(missing.length, 'example')} written to ${path}: read them before you keep them.\n`,
  );
}

async function reportScore({ score: { noticed, survivors, same } }: Mutated, io: Io): Promise<void> {
  const { bold, dim, green, yellow } = colors(io, 'stdout');
  const says = `${grouped(noticed)} of ${counted(noticed + survivors.length, 'change')} would be noticed`;
  const verb = same.length === 1 ? 'changes' : 'change';
  const note = same.length > 0 ? dim(`, ${grouped(same.length)} more ${verb} nothing`) : '';
  await write(io, 'stdout', `  ${bold(survivors.length > 0 ? yellow(says) : green(says))}${note}\n`);
}

function groupsOf(survivors: readonly Survivor[], missing: readonly MissingExample[]): readonly Group[] {
  const groups = missing.map((one) => ({
    survivors: survivors.filter(({ mutant }) => one.notices.includes(mutant.id)),
    missing: one,
  }));
  const known = new Set(groups.flatMap((group) => group.survivors));
  const others = survivors.filter((survivor) => !known.has(survivor));
  return [...groups, { survivors: others, missing: null }];
}

async function reportGroup(
  { survivors, missing }: Group,
  { loaded, agreement }: Shown,
  io: Io,
): Promise<void> {
  const { cyan, dim } = colors(io, 'stdout');
  const lines = survivors.map(({ mutant: { says, span } }) => `  ${says}  ${dim(placeOf(span, loaded))}\n`);
  const hint = missing
    ? `Missing: ${exampleInOneLine(agreement, missing.example)}`
    : 'No lead was found that would be decided otherwise.';
  await write(io, 'stdout', `\n${lines.join('')}    ${cyan(hint)}\n`);
}
