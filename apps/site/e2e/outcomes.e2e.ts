import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Agreement } from '@smarketing/compiler/ir';
import { chance, type Interval, type Results } from '@smarketing/simulator';
import { describe, expect, test } from 'vitest';
import { sizes } from '../src/lib/outcomes/types.ts';
import { expected, figure, nineOfTen } from '../src/lib/words/figures.ts';
import { dist, htmlOf } from './pages.ts';

interface Simulated {
  readonly results: Results;
}

const given = (name: string) =>
  JSON.parse(readFileSync(join(dist, name, 'outcomes.json'), 'utf8')) as Simulated;

test.each(['acme', 'starter'])('the command on the page of %s says how its figures were made', (name) => {
  const { weeks, runs, seed, agreement } = given(name).results;
  const shown = /<pre class="command"><code>([^<]*)<\/code>/u.exec(htmlOf(`${name}/outcomes/`))?.[1];
  expect([weeks, runs, seed]).toEqual([sizes.weeks, sizes.runs, sizes.seed]);
  expect(shown).toBe(
    `smarketing simulate agreements/${agreement.name} --weeks ${weeks} --runs ${runs} --seed ${seed} --pool ${sizes.pool}`,
  );
});

describe.each(['acme', 'starter'])('%s', (name) => {
  const { results } = given(name);
  const { stages } = JSON.parse(readFileSync(join(dist, name, 'agreement.json'), 'utf8')) as Agreement;
  const html = htmlOf(`${name}/outcomes/`);

  /** The row of a section that links to a place of the agreement. */
  const rowOf = (section: string, anchor: string) => {
    const from = html.indexOf(`<h2 id="${section}"`);
    const rows = html.slice(from, html.indexOf('</section>', from)).match(/<tr[ >].*?<\/tr>/gsu) ?? [];
    return rows.find((row) => row.includes(`#${anchor}"`)) ?? '';
  };
  const all = (id: string) => results.outcomes.find((one) => one.id === id)?.all ?? null;

  test('shows each stage of the funnel with its figures', () => {
    const funnel = stages.filter(({ exit }) => !exit);
    expect(funnel.length).toBeGreaterThan(4);
    for (const { id } of funnel) {
      const entered = all(`entered.${id}`);
      const row = rowOf('funnel', `stage-${id}`);
      expect(row).toContain(`>${figure(entered?.mean ?? Number.NaN, 'leads')}<`);
      expect(row).toContain(`>${nineOfTen(entered as Interval, 'leads')}<`);
    }
  });

  test('shows each promise, goal and queue with its figures', () => {
    for (const { id, outcome, probability } of results.promises) {
      const unit = results.outcomes.find((one) => one.id === outcome)?.unit ?? 'share';
      const row = rowOf('kept', `promise-${id}`);
      const known = all(outcome);
      expect(row).toContain(known ? expected(known, unit) : 'no such lead came');
      expect(row).toContain(probability === null ? '–' : chance(probability, results.runs));
    }
    for (const { id, probability } of results.goals)
      expect(rowOf('chances', `goal-${id}`)).toContain(`>${chance(probability, results.runs)}<`);
    const loads = results.outcomes.filter(({ id }) => id.startsWith('load.'));
    for (const { id, all: load } of loads)
      expect(rowOf('desks', `queue-${id.slice(5)}`)).toContain(
        `>${figure(load?.mean ?? Number.NaN, 'share')}<`,
      );
  });

  test('shows every assumption with its source', () => {
    const page = htmlOf(`${name}/outcomes/assumptions/`).replaceAll('&#39;', "'");
    for (const { source } of results.parameters) expect(page).toContain(source);
    for (const { why } of results.gaps) expect(page).toContain(why);
  });
});
