import { changeFigure, figure } from '@smarketing/review';
import type { Difference, Results } from '@smarketing/simulator';
import { type Colors, colors, type Io, write } from '../../io.ts';
import { visible } from '../encode/visible.ts';
import { named, wrapped } from '../text.ts';

/** What is told, in this order: by the kinds of outcomes that it is made of. */
const blocks: Readonly<Record<string, readonly string[]>> = {
  'Leads that enter': ['entered'],
  'Conversion of those who entered': ['cohort'],
  Promises: ['kept', 'ratio', 'deliver'],
  'Load of desks': ['load'],
  'Wait until a desk begins with a lead': ['wait'],
  Goals: ['goal', 'revenue', 'cost'],
};

/** What changes, and of what nothing can be said. */
export async function reportDifferences(
  differences: readonly Difference[],
  { agreement, weeks, start, runs, seed }: Results,
  io: Io,
): Promise<void> {
  const tone = colors(io, 'stdout');
  const told = differences.filter(({ before, after }) => before !== 0 || after !== 0);
  const [clear, same] = [told.filter((one) => one.clear), told.filter((one) => !one.clear)].map(inBlocks);
  const about = `${runs} runs with seed ${seed}, each on both sides with the same luck. Ranges hold nine of ten runs; pp are percentage points.`;
  const lines = [
    tone.bold(`${agreement.name}: what changes in ${weeks} weeks from ${start}`),
    ...wrapped(about, io.columns).map(tone.dim),
    ...(clear ?? []).flatMap((block) => changed(block, agreement.currency, { tone, io })),
    ...unchanged(same ?? [], { tone, io }),
  ];
  await write(io, 'stdout', `${lines.join('\n')}\n`);
}

interface Block {
  readonly title: string;
  readonly all: readonly Difference[];
}

interface Terminal {
  readonly tone: Colors;
  readonly io: Io;
}

function inBlocks(differences: readonly Difference[]): readonly Block[] {
  return Object.entries(blocks).flatMap(([title, kinds]) => {
    const all = differences.filter(({ id }) => kinds.includes(kindOf(id)));
    return all.length > 0 ? [{ title, all }] : [];
  });
}

const kindOf = (id: string): string => id.split('.')[0] ?? '';

function changed({ title, all }: Block, currency: string, { tone, io }: Terminal): readonly string[] {
  const rows = all.map((one) => [nameOf(one), ...figuresOf(one, currency)]);
  return ['', tone.bold(title), ...named(rows, io.columns)];
}

function figuresOf(
  { unit, before, after, change }: Difference,
  currency: string,
): readonly [sides: string, change: string] {
  const word = unit === 'money' ? currency : unit === 'hours' ? 'h' : '';
  return [
    `${figure(before, unit)} → ${figure(after, unit)}${word && ` ${word}`}`,
    changeFigure(change, unit),
  ];
}

function unchanged(same: readonly Block[], { tone, io }: Terminal): readonly string[] {
  if (same.length === 0) return [];
  const lines = same.flatMap(({ title, all }) =>
    wrapped(`${title}: ${all.map(nameOf).join(', ')}`, io.columns - 4).map((line, at) =>
      at === 0 ? `  ${line}` : `    ${line}`,
    ),
  );
  return ['', tone.bold('No clear change'), ...lines];
}

/** As the figures of one simulation call it: stages and desks by their titles, promises and goals by their ids. */
function nameOf({ id, about }: Difference): string {
  const isPromised = [...(blocks['Promises'] ?? []), 'goal'].includes(kindOf(id));
  return isPromised ? id.slice(id.indexOf('.') + 1) : visible(about);
}
