import { type Diagnostic, report } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import { type Breach, buildPool, feasibility, modelOf } from '@smarketing/simulator';
import { aboutLeads } from '../load/about-leads.ts';
import type { Loaded } from '../load/agreement.ts';
import { engineUrl, type GeneratedEngine } from '../load/engine.ts';
import { type Place, rememberedLater } from '../load/remembered.ts';

/** What is found in an agreement, and which of its promises its own forecast breaks. */
export async function predicted(loaded: Loaded, place: Place): Promise<Loaded> {
  const { agreement } = loaded;
  if (!agreement || !canBePredicted(agreement)) return loaded;
  const asked = aboutLeads(agreement, { examples: [] });
  const make = (): Promise<readonly Breach[]> => breachesOf(asked);
  const breaches = await rememberedLater(['feasibility', asked.hash], make, place);
  const found = (breaches ?? []).flatMap((breach) => findingOf(breach, agreement));
  if (found.length === 0) return loaded;
  return {
    ...loaded,
    diagnostics: [...loaded.diagnostics, ...found],
    warnings: loaded.warnings + found.length,
  };
}

/** Leads come, somebody works them, and somebody promised to be quick. */
function canBePredicted({ assumptions, promises }: Agreement): boolean {
  const kinds = new Set(assumptions.map(({ kind }) => kind));
  const isPromised = promises.some(
    (one) => (one.kind === 'clock' || one.kind === 'attempts') && one.kept_for !== null,
  );
  return kinds.has('arrivals') && kinds.has('capacity') && kinds.has('conversion') && isPromised;
}

/** A short look, half a year ahead: enough to see what cannot be kept, not how nearly the rest is. */
const sizes = { weeks: 26, warmUpWeeks: 8 };
const poolSize = 1000;
const luck = { seed: 1, runs: 6 };

async function breachesOf(agreement: Agreement): Promise<readonly Breach[]> {
  const model = modelOf(agreement, sizes);
  const engine = (await import(await engineUrl(agreement, 'unchecked'))) as GeneratedEngine;
  const pool = buildPool(model, { engine, size: poolSize, seed: luck.seed });
  return pool ? feasibility(model, { pool, ...luck }) : [];
}

function findingOf(breach: Breach, { promises, queues }: Agreement): readonly Diagnostic[] {
  const promise = promises.find(({ id }) => id === breach.promise);
  if (!promise) return [];
  const params = { promise: promise.id, kept: percent(breach.kept), promised: percent(breach.promised) };
  return [report('promise-infeasible', promise.span, params, { help: waysOut(breach, queues) })];
}

/** What would be enough, and what would not. */
export function waysOut(
  { people, within_ms: within, leads }: Pick<Breach, 'people' | 'within_ms' | 'leads'>,
  queues: readonly Pick<Agreement['queues'][number], 'id' | 'title'>[],
): string {
  const title = (id: string): string => queues.find((queue) => queue.id === id)?.title ?? id;
  const enough: string[] = [];
  const others: (readonly [way: string, note: string])[] = [];
  if (people) {
    const desks = people.desks.map(({ desk, people: count }) => `${count} at ${title(desk)}`);
    enough.push(`more people (${desks.join(', ')})`);
  } else others.push(['more people', 'even six times as many']);
  if (within === null) others.push(['a longer time', 'too many are never answered']);
  else enough.push(`a time of ${inHours(within)}`);
  if (leads === null) others.push(['fewer leads', 'even a tenth of them']);
  else enough.push(`${percent(leads)} of the leads, or others of whom fewer are handed over`);
  const [only = ''] = enough;
  const says = enough.length > 1 ? `enough would be one of: ${enough.join('; ')}` : `${only} would be enough`;
  const not = others
    .map(([way, note], index) =>
      index === 0 ? `${way} would not be enough (${note})` : `nor would ${way} (${note})`,
    )
    .join(', ');
  return [...(enough.length > 0 ? [says] : []), ...(not === '' ? [] : [not])].map(sentence).join(' ');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)}%`;
}

function inHours(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 90 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`;
}
