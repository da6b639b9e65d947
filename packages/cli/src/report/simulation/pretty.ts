import { figure, range } from '@smarketing/review';
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
import { columns } from '../text.ts';

/** The funnel, promises, desks, goals and what matters most, for people. */
export async function reportSimulation(
  { results, breaches, breaks_first: first }: Simulated,
  io: Io,
): Promise<void> {
  const tone = colors(io, 'stdout');
  const blocks = [
    heading(results, tone),
    funnel(results, tone),
    promises(results, tone),
    firstToBreak(first, tone),
    waysOut(breaches ?? [], results, tone),
    desks(results, tone),
    goals(results, tone),
    leaks(results, tone),
    influences(results, tone),
    gaps(results, tone),
  ];
  await write(io, 'stdout', `${blocks.filter((block) => block !== '').join('\n\n')}\n`);
}

function heading({ agreement, start, weeks, runs, seed, pool }: Results, { bold, dim }: Colors): string {
  return [
    bold(`${agreement.name}: ${weeks} weeks from ${start}`),
    dim(
      `${runs} runs with seed ${seed}; ${pool} leads were drawn and decided, and the runs draw from them. Ranges hold nine of ten runs.`,
    ),
  ].join('\n');
}

const barWidth = 24;

function find({ outcomes }: Results, id: string): Told | undefined {
  return outcomes.find((outcome) => outcome.id === id);
}

/** The stages of the funnel, each with how many enter it and which share of those before come so far. */
function funnel(results: Results, { bold, cyan, dim }: Colors): string {
  const cohorts = results.outcomes.filter(({ id }) => id.startsWith('cohort.'));
  const first = cohorts[0]?.id.split('.')[1];
  const steps = cohorts.map(({ id, all }) => ({
    to: id.split('.')[2] ?? '',
    from: id.split('.')[1],
    share: all,
  }));
  const chain = steps.filter(({ from }, index) => index === 0 || from === steps[index - 1]?.to);
  const stages = [
    { stage: first ?? '', share: null },
    ...chain.map(({ to, share }) => ({ stage: to, share })),
  ];
  const most = find(results, `entered.${first}`)?.all?.mean ?? 1;
  const rows = stages.flatMap(({ stage, share }) => {
    const told = find(results, `entered.${stage}`);
    if (!told?.all) return [];
    const bar = '█'.repeat(Math.max(1, Math.round((told.all.mean / most) * barWidth)));
    const days = find(results, `stay.${stage}`)?.all;
    return [
      [
        told.about,
        figure(told.all.mean, 'leads'),
        range(told.all, 'leads'),
        bar.padEnd(barWidth),
        share ? `${figure(share.mean, 'share')} of the stage before` : '',
        days ? `${figure(days.mean, 'days')} days` : '',
      ],
    ];
  });
  const lines = columns(rows).map((line) => line.replace(/█+/, (bar) => cyan(bar)));
  return [
    bold('Funnel'),
    ...lines.map((line) => `  ${line}`),
    dim('  Shares are of those who entered the stage before in these weeks, whenever they come on.'),
  ].join('\n');
}

function promises(results: Results, { bold, green, red, yellow }: Colors): string {
  const rows = results.promises.flatMap(({ id, by, outcome, promised, probability }) => {
    const told = find(results, outcome);
    if (!told?.all || promised === null || probability === null) return [[id, by, 'never asked for', '', '']];
    return [
      [
        id,
        by,
        `${figure(told.all.mean, told.unit)} (${range(told.all, told.unit)})`,
        `promised ${figure(promised, told.unit)}`,
        `${verdictOf(probability)}, ${chance(probability, results.runs)}`,
      ],
    ];
  });
  const paint = (line: string): string =>
    line.replace(/\b(kept|at risk|broken)(?=, )/, (word) =>
      word === 'kept' ? green(word) : word === 'broken' ? red(word) : yellow(word),
    );
  return rows.length === 0
    ? ''
    : [bold('Promises'), ...columns(rows).map((line) => `  ${paint(line)}`)].join('\n');
}

/** Which promise breaks first when more leads come. */
function firstToBreak(first: BreakingPoint | null, { bold, yellow }: Colors): string {
  const [promise, ...others] = first?.promises ?? [];
  if (!first || !promise) return '';
  const kept = `kept for ${figure(promise.kept, 'share')}, promised ${figure(promise.promised, 'share')}`;
  const more = others.length > 0 ? `; then ${others.map((one) => one.promise).join(', ')}` : '';
  return `${bold('Breaks first')}\n  ${yellow(promise.promise)} at ${figure(first.volume, 'share')} of the leads: ${kept}${more}`;
}

/** Of each promise that cannot be kept like this, three ways out. */
function waysOut(breaches: readonly Breach[], results: Results, { bold, red }: Colors): string {
  if (breaches.length === 0) return '';
  const lines = breaches.flatMap(({ promise, kept, promised, people, within_ms: within, leads }) => [
    `  ${red(promise)} is predicted to be kept for ${figure(kept, 'share')}, and ${figure(promised, 'share')} is promised. ${people || within !== null || leads !== null ? 'Enough would be one of' : 'None of these would be enough:'}`,
    people
      ? `    ${people.times} times as many people: ${people.desks.map((one) => `${one.people} at ${deskTitle(results, one.desk)}`).join(', ')}`
      : '    (six times as many people would not be enough)',
    within === null
      ? '    (no longer time would be enough: too many are never answered)'
      : `    ${duration(within)} of time`,
    leads === null
      ? '    (a tenth of the leads would still be too many)'
      : `    ${figure(leads, 'share')} of the leads, or others of whom fewer are handed over`,
  ]);
  return [bold(`Cannot be kept with the ${results.weeks} weeks’ leads, people and hours`), ...lines].join(
    '\n',
  );
}

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 90) return `${minutes} working minutes`;
  return `${(minutes / 60).toFixed(1)} working hours`;
}

function deskTitle(results: Results, desk: string): string {
  return find(results, `load.${desk}`)?.about ?? desk;
}

function desks(results: Results, { bold }: Colors): string {
  const rows = results.outcomes
    .filter(({ id, all }) => id.startsWith('load.') && all)
    .map(({ id, all }) => {
      const desk = id.slice('load.'.length);
      const [arrived, wait, queue] = ['arrived', 'wait', 'queue'].map(
        (kind) => find(results, `${kind}.${desk}`)?.all,
      );
      return [
        deskTitle(results, desk),
        arrived ? `${figure(arrived.mean / results.weeks, 'leads')} a week` : '',
        all ? `load ${figure(all.mean, 'share')}` : '',
        wait ? `begun after ${figure(wait.mean, 'hours')} h` : '',
        queue ? `${figure(queue.mean, 'leads')} wait at the week’s end` : '',
      ];
    });
  return rows.length === 0 ? '' : [bold('Desks'), ...columns(rows).map((line) => `  ${line}`)].join('\n');
}

function goals(results: Results, { bold }: Colors): string {
  const rows = results.goals.flatMap(({ id, target, probability }) => {
    const told = find(results, `goal.${id}`);
    if (!told?.all) return [];
    const shown = [target, told.all.mean].map((value) =>
      figure(value, told.unit, told.unit === 'money' ? results.agreement.currency : ''),
    );
    return [
      [
        id,
        `${shown[1]} (${range(told.all, told.unit)})`,
        `target ${shown[0]}`,
        `reached with a chance of ${chance(probability, results.runs)}`,
      ],
    ];
  });
  const revenue = find(results, 'revenue')?.all;
  const sum =
    revenue && revenue.mean > 0
      ? [
          [
            'revenue',
            `${figure(revenue.mean, 'money', results.agreement.currency)} (${range(revenue, 'money')})`,
            'in all weeks',
            '',
          ],
        ]
      : [];
  return [bold('Goals'), ...columns([...rows, ...sum]).map((line) => `  ${line}`)].join('\n');
}

function leaks({ leaks: all }: Results, { bold }: Colors): string {
  const rows = all
    .slice(0, 5)
    .map(({ from, to, leads }) => [`${from} to ${to}`, figure(leads.mean, 'leads'), range(leads, 'leads')]);
  return rows.length === 0
    ? ''
    : [bold('Where leads leave'), ...columns(rows).map((line) => `  ${line}`)].join('\n');
}

function influences({ influences: all, parameters }: Results, { bold, dim }: Colors): string {
  const rows = all.slice(0, 6).map(({ parameter, correlation }) => {
    const { source = '', as_of: asOf = null } = parameters.find(({ id }) => id === parameter) ?? {};
    return [parameter, correlation.toFixed(2), `${source}${asOf === null ? '' : ` (${asOf})`}`];
  });
  if (rows.length === 0) return '';
  return [
    bold(`What matters most for ${all[0]?.outcome}, of what is not known for sure`),
    ...columns(rows).map((line) => `  ${line}`),
    dim('  Rank correlation over the runs, from -1 to 1.'),
  ].join('\n');
}

function gaps({ gaps: all }: Results, { dim }: Colors): string {
  return all.length === 0
    ? ''
    : dim(['Not simulated', ...all.map(({ what, why }) => `  ${what}: ${why}`)].join('\n'));
}
