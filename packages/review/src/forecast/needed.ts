import type { Agreement } from '@smarketing/compiler/ir';
import { decidingPart, modelOf } from '@smarketing/simulator';
import type { Review } from '../review.ts';
import type { NoForecast } from './data.ts';

/**
 * Why a change needs no forecast; `undefined` if it does. Two simulations give the same figures if all that they rest on is the
 * same and leads are decided alike: then none is made.
 */
export function whyNoForecast({
  before,
  after,
  differences,
}: Pick<Review, 'before' | 'after' | 'differences'>): NoForecast['why'] | undefined {
  if (![before, after].every(saysWhoComes)) return 'no-assumptions';
  const { verdict, deadlines } = differences;
  const isDecidedAlike = verdict === 'same' && deadlines.length === 0;
  const [was, is] = [before, after].map((agreement) => restsOn(agreement, after.effective_from));
  return isDecidedAlike && was === is ? 'no-effect' : undefined;
}

/** Whether a change may move a figure, by what is written and not by what is decided: known long before {@link whyNoForecast}. */
export function mayNeedForecast({ before, after }: Pick<Review, 'before' | 'after'>): boolean {
  if (![before, after].every(saysWhoComes)) return false;
  const [was, is] = [before, after].map(
    (agreement) =>
      restsOn(agreement, after.effective_from) + JSON.stringify(decidingPart(agreement), noWords),
  );
  return was !== is;
}

const words: ReadonlySet<string> = new Set(['hash', 'label', 'says', 'title', 'unit']);

function noWords(key: string, value: unknown): unknown {
  return words.has(key) ? undefined : value;
}

function saysWhoComes({ assumptions }: Agreement): boolean {
  return assumptions.some(({ kind }) => kind === 'arrivals');
}

/** What a simulation rests on beside what the engine decides, without the words that change no figure. */
function restsOn(agreement: Agreement, start: string): string {
  const { agreement: _name, gaps: _gaps, rules: _rules, ...model } = modelOf(agreement, { start });
  return JSON.stringify({
    ...model,
    parameters: model.parameters.map(({ source: _source, as_of: _day, ...rest }) => rest),
    stages: model.stages.map(({ title: _title, ...rest }) => rest),
    desks: model.desks.map(({ title: _title, ...rest }) => rest),
    clocks: model.clocks.map(({ says: _says, ...rest }) => rest),
    counts: model.counts.map(({ says: _says, ...rest }) => rest),
    calendars: model.calendars.map(({ id, from, intervals }) => [id, from, intervals]),
  });
}
