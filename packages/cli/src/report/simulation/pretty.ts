import { figure, range, timeWords } from '@smarketing/review';
import {
  type Breach,
  type BreakingPoint,
  chance,
  type Results,
  type Told,
  verdictOf,
} from '@smarketing/simulator';
import { colors, type Colors, type Io, write } from '../../io.ts';
import type { Simulated } from '../../simulation/simulate-all.ts';
import { visible } from '../encode/visible.ts';
import { named, wrapped } from '../text.ts';
import { bars, stagesOf } from './funnel.ts';

/** What all blocks are written for. */
interface Page {
  readonly results: Results;
  readonly tone: Colors;
  readonly width: number;
}

/** The funnel, promises, desks, goals and what matters most, for people. */
export async function reportSimulation(
  { results, breaches, breaks_first: first }: Simulated,
  io: Io,
): Promise<void> {
  const page: Page = { results, tone: colors(io, 'stdout'), width: io.columns };
  const blocks = [
    heading(page),
    funnel(page),
    promises(page),
    firstToBreak(first, page),
    waysOut(breaches ?? [], page),
    desks(page),
    goals(page),
    leaks(page),
    influences(page),
    gaps(page),
  ].filter((lines) => lines.length > 0);
  await write(io, 'stdout', `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`);
}

function heading({ results, tone, width }: Page): readonly string[] {
  const { agreement, start, weeks, runs, seed, pool } = results;
  const about = `${runs} runs with seed ${seed}; ${pool} leads were drawn and decided, and the runs draw from them. Ranges hold nine of ten runs.`;
  return [
    tone.bold(`${agreement.name}: ${weeks} weeks from ${start}`),
    ...wrapped(about, width).map(tone.dim),
  ];
}

interface Block {
  readonly title: string;
  readonly lines: readonly string[];
  readonly note?: string;
}

/** Lines with their title, and a note below them; nothing where there are none. */
function block({ title, lines, note }: Block, { tone, width }: Page): readonly string[] {
  if (lines.length === 0) return [];
  const below = note === undefined ? [] : wrapped(note, width - 2).map((line) => tone.dim(`  ${line}`));
  return [tone.bold(title), ...lines, ...below];
}

/** Lines that begin at the same place, however long they are. */
function indented(text: string, indent: number, width: number): readonly string[] {
  return wrapped(text, width - indent).map((line) => ' '.repeat(indent) + line);
}

function find({ outcomes }: Results, id: string): Told | undefined {
  return outcomes.find((outcome) => outcome.id === id);
}

/** What an outcome is about, as the agreement calls it. */
function titleOf(results: Results, outcome: string, otherwise: string): string {
  return visible(find(results, outcome)?.about ?? otherwise);
}

/** The stages of the funnel, each with how many enter it and which share of those before come so far. */
function funnel(page: Page): readonly string[] {
  const { results, width, tone } = page;
  const stages = stagesOf(results);
  const rows = stages.map(({ title, entered, share, days }) => [
    title,
    figure(entered.mean, 'leads'),
    range(entered, 'leads'),
    share ? figure(share.mean, 'share') : '',
    days ? `${figure(days.mean, 'days')} days` : '',
  ]);
  const means = stages.map(({ entered }) => entered.mean);
  const note =
    'How many enter a stage; the share of those who entered the one before in these weeks, whenever they come on; and how long they stay.';
  return block({ title: 'Funnel', lines: bars(named(rows, width), means, { tone, width }), note }, page);
}

/** What was promised in whole sentences, and below each what is to be expected. */
function promises(page: Page): readonly string[] {
  const { results, width, tone } = page;
  const lines = results.promises.flatMap(({ id, says, by, outcome, promised, probability }) => {
    const told = find(results, outcome);
    const expected =
      !told?.all || promised === null || probability === null
        ? 'never asked for'
        : `${figure(told.all.mean, told.unit)} (${range(told.all, told.unit)}), promised ${figure(promised, told.unit)}: ${verdictOf(probability)}, ${chance(probability, results.runs)}`;
    return [
      ...indented(`${visible(says)} (${id} of ${by})`, 2, width),
      ...indented(expected, 4, width).map((line) => painted(line, tone)),
    ];
  });
  return block({ title: 'Promises', lines }, page);
}

function painted(line: string, { green, red, yellow }: Colors): string {
  return line.replace(/\b(kept|at risk|broken)(?=, )/, (word) =>
    word === 'kept' ? green(word) : word === 'broken' ? red(word) : yellow(word),
  );
}

/** Which promise breaks first when more leads come. */
function firstToBreak(first: BreakingPoint | null, page: Page): readonly string[] {
  const [promise, ...others] = first?.promises ?? [];
  if (!first || !promise) return [];
  const kept = `kept for ${figure(promise.kept, 'share')}, promised ${figure(promise.promised, 'share')}`;
  const more = others.length > 0 ? `; then ${others.map((one) => one.promise).join(', ')}` : '';
  const says = `${promise.promise} at ${figure(first.volume, 'share')} of the leads: ${kept}${more}`;
  const lines = indented(says, 2, page.width).map((line) =>
    line.replace(promise.promise, (name) => page.tone.yellow(name)),
  );
  return block({ title: 'Breaks first', lines }, page);
}

/** Of each promise that cannot be kept like this, three ways out. */
function waysOut(breaches: readonly Breach[], page: Page): readonly string[] {
  const { results, tone, width } = page;
  const lines = breaches.flatMap((breach) => {
    const { promise, kept, promised } = breach;
    const says = `${promise} is predicted to be kept for ${figure(kept, 'share')}, and ${figure(promised, 'share')} is promised. ${isPossible(breach) ? 'Enough would be one of' : 'None of these would be enough:'}`;
    return [
      ...indented(says, 2, width).map((line) => line.replace(promise, (name) => tone.red(name))),
      ...waysOf(breach, results).flatMap((way) => indented(way, 4, width)),
    ];
  });
  const title = `Cannot be kept with the ${results.weeks} weeks’ leads, people and hours`;
  return block({ title, lines }, page);
}

function isPossible({ people, within_ms: within, leads }: Breach): boolean {
  return people !== null || within !== null || leads !== null;
}

function waysOf({ people, within_ms: within, leads }: Breach, results: Results): readonly string[] {
  return [
    people
      ? `${people.times} times as many people: ${people.desks.map((one) => `${one.people} at ${titleOf(results, `load.${one.desk}`, one.desk)}`).join(', ')}`
      : '(six times as many people would not be enough)',
    within === null
      ? '(no longer time would be enough: too many are never answered)'
      : `${timeWords(within)} of time`,
    leads === null
      ? '(a tenth of the leads would still be too many)'
      : `${figure(leads, 'share')} of the leads, or others of whom fewer are handed over`,
  ];
}

function desks(page: Page): readonly string[] {
  const { results, width } = page;
  const rows = results.outcomes
    .filter(({ id, all }) => id.startsWith('load.') && all)
    .map(({ id, all }) => {
      const desk = id.slice('load.'.length);
      const [arrived, wait, queue] = ['arrived', 'wait', 'queue'].map(
        (kind) => find(results, `${kind}.${desk}`)?.all,
      );
      return [
        titleOf(results, id, desk),
        arrived ? `${figure(arrived.mean / results.weeks, 'leads')} a week` : '',
        all ? `load ${figure(all.mean, 'share')}` : '',
        wait ? `begun after ${figure(wait.mean, 'hours')} h` : '',
        queue ? `${figure(queue.mean, 'leads')} wait at the week’s end` : '',
      ];
    });
  return block({ title: 'Desks', lines: named(rows, width) }, page);
}

function goals(page: Page): readonly string[] {
  const { results, width } = page;
  const { currency } = results.agreement;
  const rows = results.goals.flatMap(({ id, target, probability }) => {
    const told = find(results, `goal.${id}`);
    if (!told?.all) return [];
    const [wanted, expected] = [target, told.all.mean].map((value) =>
      figure(value, told.unit, told.unit === 'money' ? currency : ''),
    );
    const reached = `chance ${chance(probability, results.runs)}`;
    return [[id, `${expected} (${range(told.all, told.unit)})`, `target ${wanted}`, reached]];
  });
  const revenue = find(results, 'revenue')?.all;
  if (revenue && revenue.mean > 0) {
    const sum = `${figure(revenue.mean, 'money', currency)} (${range(revenue, 'money')})`;
    rows.push(['revenue', sum, 'in all weeks', '']);
  }
  return block({ title: 'Goals', lines: named(rows, width) }, page);
}

function leaks(page: Page): readonly string[] {
  const { results, width } = page;
  const rows = results.leaks.slice(0, 5).map(({ from, to, leads }) => {
    const [stage, exit] = [from, to].map((id) => titleOf(results, `entered.${id}`, id));
    return [`${stage} to ${exit}`, figure(leads.mean, 'leads'), range(leads, 'leads')];
  });
  return block({ title: 'Where leads leave', lines: named(rows, width) }, page);
}

function influences(page: Page): readonly string[] {
  const { influences: all, parameters } = page.results;
  const rows = all.slice(0, 6).map(({ parameter, correlation }) => {
    const { source = '', as_of: asOf = null } = parameters.find(({ id }) => id === parameter) ?? {};
    return [parameter, correlation.toFixed(2), visible(`${source}${asOf === null ? '' : ` (${asOf})`}`)];
  });
  const title = `What matters most for ${all[0]?.outcome}, of what is not known for sure`;
  const note = 'Rank correlation over the runs, from -1 to 1.';
  return block({ title, lines: named(rows, page.width), note }, page);
}

function gaps({ results, tone, width }: Page): readonly string[] {
  if (results.gaps.length === 0) return [];
  const lines = results.gaps.flatMap(({ what, why }) => indented(visible(`${what}: ${why}`), 2, width));
  return ['Not simulated', ...lines].map(tone.dim);
}
