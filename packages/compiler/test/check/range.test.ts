import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scoreRanges } from '../../src/check/range.ts';
import type { Agreement } from '../../src/ir/index.ts';
import { evaluate, randomCase, readLead, seededRandom } from '../../src/ir/index.ts';
import { agreementOf } from './agreement-of.ts';

const points = fc.integer({ min: -30, max: 30 });
const clamp = fc
  .record({ cap: fc.option(points), floor: fc.option(points) })
  .filter(({ cap, floor }) => cap === null || floor === null || cap >= floor);
const words = ({ cap, floor }: { cap: number | null; floor: number | null }): string =>
  [cap === null ? '' : `, cap: ${cap}`, floor === null ? '' : `, floor: ${floor}`].join('');

const rule = fc
  .tuple(
    fc.constantFrom(
      'when: { seniority: vp }',
      'when: { employees: { at_least: 100 } }',
      'on: page_viewed',
      'on: page_viewed, at_most: 2',
      'on: demo_requested, at_most: 1 per day, fades: { half_life: 7 days }',
      'every: 7 days, without: page_viewed',
    ),
    points,
    clamp,
    fc.boolean(),
  )
  .map(
    ([cause, given, limits, grouped]) =>
      (id: string) =>
        `      - { id: ${id}, points: ${given}, ${cause}${words(limits)}${grouped ? ', group: web' : ''} }`,
  );

const scoring = fc.tuple(fc.array(rule, { minLength: 1, maxLength: 5 }), clamp, clamp, fc.boolean()).map(
  ([rules, own, group, asks]) => `scores:
  one:
    title: One${words(own).replaceAll(', ', '\n    ')}
    groups: { web: { when: { gave_consent: true }${words(group)} } }${asks ? '\n    when: { country: present }' : ''}
    rules:
${rules.map((written, index) => written(`rule_${index}`)).join('\n')}
  two: { sum: [one], cap: 25 }
`,
);

test('no lead has a score outside of the range that the compiler computes', () => {
  const random = seededRandom(7);
  fc.assert(
    fc.property(scoring, (text) => {
      const agreement: Agreement = agreementOf(text);
      const ranges = scoreRanges(agreement.scores);
      for (let count = 0; count < 20; count++) {
        const { input, asOf } = randomCase(agreement, random);
        const reading = readLead(agreement, input);
        if ('problems' in reading) continue;
        const { scores } = evaluate(agreement, reading.lead, { asOf });
        for (const { id } of agreement.scores) {
          expect(scores[id]).toBeGreaterThanOrEqual(ranges.get(id)?.low ?? Number.NaN);
          expect(scores[id]).toBeLessThanOrEqual(ranges.get(id)?.high ?? Number.NaN);
        }
      }
    }),
    { numRuns: 60 },
  );
});
