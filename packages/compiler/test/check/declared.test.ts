import type { Agreement } from '@smarketing/compiler/ir';
import { describe, expect, test } from 'vitest';
import { compiledWith, filesWith } from './agreement-of.ts';

const head = filesWith({}).find(({ name }) => name === 'agreement.yaml')?.text ?? '';

function asserting(...assertions: readonly string[]): Agreement['assertions'] {
  const list = assertions.map((text) => `  - ${text}\n`).join('');
  return compiledWith({ 'agreement.yaml': `${head}assertions:\n${list}` }).assertions;
}

describe('assertions', () => {
  test('ask what a decision comes to, beside all that a condition asks', () => {
    const [never, always] = asserting(
      '{ id: no_vp, says: None., never: { becomes: [customer], seniority: vp }, because: They know us. }',
      '{ id: nobody, says: All., when: { queue: missing }, always: { stage: [lead, customer] } }',
    );
    const becomes = { kind: 'choice', subject: { kind: 'becomes' }, options: ['customer'] };
    const queue = { kind: 'not', of: { kind: 'present', subject: { kind: 'queue' } } };
    expect(never).toMatchObject({ kind: 'assertion', id: 'no_vp', mode: 'never', when: null });
    expect(never).toMatchObject({ says: 'None.', because: 'They know us.' });
    expect(never?.holds).toMatchObject({ kind: 'all', of: [becomes, { kind: 'choice' }] });
    expect(always).toMatchObject({ mode: 'always', when: queue, because: null });
    expect(always?.span).toMatchObject({ file: 'agreement.yaml' });
  });
});

describe('what is declared on purpose', () => {
  test('a persona gives way to personas above it', () => {
    const personas = `personas:
  boss: { title: Boss, when: { seniority: vp } }
  local: { title: Local, when: { country: de }, gives_way_to: boss }
  other: { title: Other, when: { country: fr }, gives_way_to: [boss, local] }
`;
    const lists = compiledWith({ 'personas.yaml': personas }).personas.map((persona) => persona.gives_way_to);
    expect(lists).toEqual([[], ['boss'], ['boss', 'local']]);
  });

  test('rules of events stack, and a better score may give a worse grade', () => {
    const scoring = `scores:
  web:
    rules:
      - { id: any_page, on: page_viewed, points: 1, stacks_with: same_page }
      - { id: same_page, on: page_viewed, points: 1 }
    bands: { low: { below: 2 }, high: { at_least: 2 } }
grades:
  order: [A, B]
  worse_grade_because: Busy readers are students.
  match: first
  table: [{ id: busy, web: high, grade: B }]
  otherwise: A
`;
    const { scores, grades } = compiledWith({ 'scoring.yaml': scoring });
    expect(scores[0]?.rules).toMatchObject([{ stacks_with: ['same_page'] }, { stacks_with: [] }]);
    expect(grades?.worse_grade_because).toBe('Busy readers are students.');
  });
});
