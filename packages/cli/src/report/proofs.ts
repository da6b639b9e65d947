import type { Topic } from '@smarketing/compiler';
import { colors, type Colors, type Io, write } from '../io.ts';
import type { ProvedFolder } from '../load/proved.ts';
import type { Facts } from '../proofs/facts.ts';
import { areLeaksProved, byTopic, isOpen, type Proved, type Stated, standingOf } from '../proofs/proved.ts';
import { factLines } from './facts.ts';
import { isListed, marks, propertyLines } from './property.ts';
import { counted, grouped, large, wrapped } from './text.ts';

/** A heading, and what it means for the teams when all of it holds; short enough for a line of 80 characters. */
const headings: Record<Topic, readonly [heading: string, meaning: string]> = {
  leaks: ['No lead leaks', 'Each has a way on, and an owner.'],
  dead: ['Nothing is dead', 'Every rule, row and test matters.'],
  reach: ['Everything is reached', 'No stage, queue or promise is idle.'],
  scores: ['Scores', 'Points, caps and thresholds fit.'],
  order: ['Order', 'Better leads get no worse grade.'],
  personas: ['Personas', 'No lead is of two by accident.'],
  assertions: ['Assertions', 'What both teams assert is so.'],
};

const width = Math.max(...Object.values(headings).map(([heading]) => heading.length));

/** What is proved of an agreement, by topic: counts of what holds, and all that does not hold in full. */
export async function reportProofs(
  { loaded, proved }: ProvedFolder,
  { facts }: { readonly facts: Facts | null },
  io: Io,
): Promise<void> {
  const paint = colors(io, 'stdout');
  const verbose = facts !== null;
  const lines = [paint.bold(loaded.shown), ...headline(proved, { paint, columns: io.columns }), ''];
  for (const [topic, all] of byTopic(proved)) {
    lines.push(topicLine(topic, all, paint));
    const listed = all.filter((stated) => isListed(stated, verbose));
    const words = { paint, loaded, columns: io.columns, verbose };
    lines.push(...listed.flatMap((stated) => propertyLines(stated, words)));
  }
  if (facts) lines.push('', ...factLines(facts, { agreement: proved.agreement, paint, columns: io.columns }));
  else
    lines.push(
      '',
      paint.dim('With --verbose: each statement with a lead that shows it, and the cheapest ways.'),
    );
  await write(io, 'stdout', `${lines.join('\n')}\n`);
}

function headline(
  proved: Proved,
  { paint, columns }: { readonly paint: Colors; readonly columns: number },
): readonly string[] {
  const { bold, green, red } = paint;
  const leaks = proved.properties.filter(({ topic }) => topic === 'leaks');
  const open = leaks.filter(isOpen).length;
  if (open > 0) {
    const refuted = leaks.some((stated) => standingOf(stated) === 'refuted');
    const says = refuted
      ? `Leads leak: ${grouped(open)} of ${counted(leaks.length, 'statement')} about it ${open === 1 ? 'does' : 'do'} not hold.`
      : `Not known whether leads leak: ${grouped(open)} of ${counted(leaks.length, 'statement')} ${open === 1 ? 'is' : 'are'} open.`;
    return wrapped(says, columns).map((line) => bold(red(line)));
  }
  const but = areLeaksProved(proved) ? '' : ', but for what is waived';
  const says = `Proved for ${large(proved.kinds)} kinds of lead: no lead leaks${but}.`;
  return wrapped(says, columns).map((line) => bold(green(line)));
}

function topicLine(topic: Topic, all: readonly Stated[], paint: Colors): string {
  const [heading, meaning] = headings[topic];
  const count = (standing: ReturnType<typeof standingOf>): number =>
    all.filter((stated) => standingOf(stated) === standing).length;
  const worst =
    (['refuted', 'unknown', 'waived'] as const).find((standing) => count(standing) > 0) ?? 'proved';
  const counts = [`${grouped(count('proved')).padStart(4)} proved`];
  if (count('refuted') > 0) counts.push(paint.red(`${grouped(count('refuted'))} refuted`));
  if (count('unknown') > 0) counts.push(paint.yellow(`${grouped(count('unknown'))} not known`));
  if (count('waived') > 0) counts.push(paint.yellow(`${grouped(count('waived'))} waived`));
  const note = worst === 'proved' ? `  ${paint.dim(meaning)}` : '';
  return `${marks(paint)[worst]} ${paint.bold(heading.padEnd(width))}  ${counts.join(', ')}${note}`;
}
