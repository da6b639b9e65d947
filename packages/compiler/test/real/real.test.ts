import { beforeAll, describe, expect, test } from 'vitest';
import type { Agreement } from '../../src/ir/index.ts';
import { boundaryLeads, randomCase, seededRandom } from '../../src/ir/index.ts';
import { asWritten, cases, compiled, findings, names, withoutOurs } from './agreements.ts';
import { type Decide, engineOf, referenceOf } from './engines.ts';
import { shown } from './shown.ts';

describe.each(names)('%s', (name) => {
  test('as written, the compiler finds nothing without the proofs', () => {
    expect(findings(name, asWritten(name))).toEqual([]);
  });

  test('without the lines that are ours it finds leads that can be forgotten', () => {
    expect(findings(name, withoutOurs(name))).toEqual(cases[name].without_ours);
  });
});

describe.each(names)('%s decides', (name) => {
  let agreement: Agreement;
  let reference: Decide;
  let engine: Decide;

  beforeAll(async () => {
    agreement = compiled(name);
    reference = referenceOf(agreement);
    engine = await engineOf(agreement);
  });

  test('as many examples as the cases say', () => {
    expect(agreement.examples).toHaveLength(cases[name].examples);
  });

  test('as every example expects, by the reference and by the generated engine', () => {
    for (const { id, lead, as_of: asOf, expect: expected } of agreement.examples) {
      expect.soft(shown(expected, reference(lead, asOf)), `${id}, reference`).toEqual(expected);
      expect.soft(shown(expected, engine(lead, asOf)), `${id}, engine`).toEqual(expected);
    }
  });

  test('and every rule with points, every row and every transition decides one of them', () => {
    const { scores, transitions, grades, routing } = agreement;
    const rules = scores.flatMap(({ rules }) => rules.filter(({ points }) => points !== 0));
    const all = [...rules, ...transitions, ...(grades?.rows ?? []), ...(routing?.rows ?? [])];
    const reasons = agreement.examples.flatMap(({ lead, as_of: asOf }) => reference(lead, asOf).reasons);
    expect(all.map(({ id }) => id).filter((id) => !reasons.includes(id))).toEqual([]);
  });

  test('the same by both, key by key, on examples, edges and random leads', { timeout: 60_000 }, () => {
    const random = seededRandom(1);
    const leads = [
      ...agreement.examples.map(({ lead: input, as_of: asOf }) => ({ input, asOf })),
      ...boundaryLeads(agreement, Date.UTC(2026, 10, 24, 10)),
      ...Array.from({ length: 100 }, () => randomCase(agreement, random)),
    ];
    const different = leads.filter(
      ({ input, asOf }) => JSON.stringify(engine(input, asOf)) !== JSON.stringify(reference(input, asOf)),
    );
    expect(different).toEqual([]);
  });
});
