import { catalogue, codes, compile, type Compiled, mayBeWaived } from '@smarketing/compiler';
import { explainCode } from '@smarketing/compiler/explain';
import { describe, expect, test } from 'vitest';
import { filesWith } from './agreement-of.ts';

const scoring = `scores:
  fit:
    groups: { web: { cap: 5 }, mail: { cap: 5 } }
    rules:
      - { id: boss, points: 20, when: { seniority: vp } }
`;

const agreement = filesWith({}).find(({ name }) => name === 'agreement.yaml')?.text ?? '';

function compiled(waivers: readonly string[], others: Readonly<Record<string, string>> = {}): Compiled {
  const list = waivers.length === 0 ? '' : `waivers:\n${waivers.map((line) => `  - ${line}\n`).join('')}`;
  const files = filesWith({ 'agreement.yaml': agreement + list, 'scoring.yaml': scoring, ...others });
  return compile(files, { name: 'small', today: '2026-11-22' });
}

function waiver(of: string, until = '2027-01-31', finding = 'group-unused'): string {
  return `{ finding: ${finding}, of: ${of}, because: They are filled next., until: ${until} }`;
}

function found([, diagnostics]: Compiled): string[] {
  return diagnostics.map(({ code }) => code);
}

describe('a waiver', () => {
  test('takes out the findings of its code inside its part, and they are told apart', () => {
    const [value, left, waived] = compiled([waiver('fit')]);
    expect(left).toEqual([]);
    expect(waived.map(({ finding, waiver }) => [finding.code, finding.severity, waiver.of])).toEqual([
      ['group-unused', 'warning', 'fit'],
      ['group-unused', 'warning', 'fit'],
    ]);
    expect(value?.waivers).toMatchObject([{ kind: 'waiver', finding: 'group-unused', until: '2027-01-31' }]);
  });

  test('leaves those of other parts and other codes', () => {
    expect(found(compiled([]))).toEqual(['group-unused', 'group-unused']);
    expect(found(compiled([waiver('mail')]))).toEqual(['group-unused']);
    const other = compiled([waiver('fit', '2027-01-31', 'cap-never-reached')]);
    expect(found(other)).toEqual(['waiver-unused', 'group-unused', 'group-unused']);
  });

  test.each([
    ['2026-11-22', []],
    ['2026-11-21', ['waiver-expired', 'group-unused', 'group-unused']],
  ])('until %s is checked on 2026-11-22', (until, codes) => {
    expect(found(compiled([waiver('fit', until)]))).toEqual(codes);
  });

  test('lets an agreement with an error through, until its day', () => {
    const personas = `personas:
  boss: { title: Boss, when: { seniority: vp } }
  same: { title: Another boss, when: { seniority: vp, employees: present }, gives_way_to: boss }
`;
    const files = { 'personas.yaml': personas };
    const groups = waiver('fit');
    const until = (day: string): Compiled =>
      compiled([groups, waiver('same', day, 'persona-unreachable')], files);
    expect(found(compiled([groups], files))).toEqual(['persona-unreachable']);
    expect(found(until('2027-01-31'))).toEqual([]);
    expect(until('2027-01-31')[0]).toBeDefined();
    expect(found(until('2026-01-31'))).toContain('waiver-expired');
    expect(until('2026-01-31')[0]).toBeUndefined();
  });

  test('leaves what nobody can waive', () => {
    const funnel = filesWith({}).find(({ name }) => name === 'funnel.yaml')?.text ?? '';
    const endless = { 'funnel.yaml': funnel.replace(', end: true', ', owner: sales') };
    const codes = found(compiled([waiver('customer', '2027-01-31', 'stage-dead-end')], endless));
    expect(codes).toContain('stage-dead-end');
    expect(codes).toContain('waiver-not-allowed');
  });

  test('that is for nothing is not told while something else is wrong', () => {
    const broken = { 'scoring.yaml': scoring.replace('seniority', 'senority') };
    expect(found(compiled([waiver('lead')], broken))).not.toContain('waiver-unused');
    expect(found(compiled([waiver('lead')]))).toContain('waiver-unused');
  });
});

/** Whether a waiver of what is not found is told. */
function unused(options: { readonly proofs: boolean }, finding: string, personas = ''): boolean {
  const text = `${agreement}waivers:\n  - ${waiver('lead', '2027-01-31', finding)}\n`;
  const others = personas === '' ? {} : { 'personas.yaml': personas };
  const files = filesWith({ 'agreement.yaml': text, 'scoring.yaml': scoring, ...others });
  return found(compile(files, { name: 'small', today: '2026-11-22', ...options })).includes('waiver-unused');
}

describe('a waiver that is for nothing', () => {
  test('of something that is proved is told only if it was proved', () => {
    expect(unused({ proofs: true }, 'persona-unreachable')).toBe(true);
    expect(unused({ proofs: false }, 'persona-unreachable')).toBe(false);
    expect(unused({ proofs: false }, 'group-unused')).toBe(true);
  });

  test('is told beside an error that can be waived', () => {
    const personas = `personas:
  boss: { title: Boss, when: { seniority: vp } }
  same: { title: Another boss, when: { seniority: vp, employees: present }, gives_way_to: boss }
`;
    expect(unused({ proofs: true }, 'group-unused', personas)).toBe(true);
  });
});

describe('what can be waived', () => {
  test('is about the meaning of an agreement that can be decided', () => {
    const may = codes.filter((code) => mayBeWaived(code));
    expect(may).toContain('word-to-avoid');
    for (const code of ['unknown-name', 'wrong-type', 'rows-gap', 'stage-dead-end', 'waiver-expired'])
      expect(may).not.toContain(code);
    expect(mayBeWaived('nothing-like-it')).toBeUndefined();
  });

  test.each(codes)('is said on the page of %s', (code) => {
    expect(explainCode(code)?.includes('`waivers`')).toBe('waivable' in catalogue[code]);
  });
});
