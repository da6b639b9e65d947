import { compile } from '@smarketing/compiler';
import { describe, expect, test } from 'vitest';
import { filesWith } from './agreement-of.ts';

type Way = readonly [from: string, to: string, on?: string];

const rule = 'when: { employees: present }';

function place(id: string, ways: readonly Way[]): string {
  const list = ways
    .filter(([, to]) => to === id)
    .map(
      ([from, to, on]) => `{ id: ${from}_${to}, from: ${from}, ${on === undefined ? rule : `on: ${on}`} }`,
    );
  const zone = id === 'gone' ? [] : ['zone: tofu'];
  const enter = list.length === 0 ? [] : ['enter:', ...list.map((way) => `  - ${way}`)];
  const lines = [...zone, 'owner: marketing', 'definition: A place.', ...enter];
  return `  ${id}:\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** The circles in a funnel of five stages and an exit with these ways, each with the way at which it is told. */
function circles(...ways: readonly Way[]): readonly string[] {
  const stages = ['one', 'two', 'three', 'four', 'five'].map((id) => place(id, ways)).join('');
  const text = `stages:\n${stages}exits:\n${place('gone', ways)}`;
  const files = filesWith({
    'funnel.yaml': text,
    'sla.yaml':
      'promises:\n  volume: { by: marketing, says: Leads., deliver: { stage: one, at_least: 1, per: month } }\n',
  });
  const [, found] = compile(files, { name: 'small', today: '2026-11-22', proofs: false });
  return found
    .filter(({ code }) => code === 'rule-cycle')
    .map(({ message, span }) => {
      const [, way] = /id: (\w+)/.exec(text.split('\n')[span.line - 1] ?? '') ?? [];
      return `${way}: ${message}`;
    });
}

describe('rules that send a lead round', () => {
  test('are told at the way that closes the circle, whatever leads there', () => {
    expect(
      circles(['one', 'two'], ['two', 'three'], ['three', 'four'], ['four', 'two'], ['three', 'five']),
    ).toEqual(['four_two: Rules send a lead round in a circle: two → three → four → two.']);
  });

  test('are told once, though there are more circles', () => {
    expect(circles(['one', 'two'], ['two', 'one'], ['three', 'four'], ['four', 'three'])).toEqual([
      'two_one: Rules send a lead round in a circle: one → two → one.',
    ]);
  });

  test('are found behind ways that lead nowhere', () => {
    expect(circles(['one', 'three'], ['three', 'four'], ['four', 'two'], ['four', 'three'])).toEqual([
      'four_three: Rules send a lead round in a circle: three → four → three.',
    ]);
  });

  test('are none where several ways lead to one stage', () => {
    expect(circles(['one', 'two'], ['one', 'three'], ['two', 'four'], ['three', 'four'])).toEqual([]);
  });

  test('are none where people take one of the ways, or it leads out of an exit', () => {
    expect(circles(['one', 'two'], ['two', 'one', 'demo_requested'])).toEqual([]);
    expect(circles(['one', 'gone'], ['gone', 'one'])).toEqual([]);
  });

  test('are none where a way leads to its own stage, which is told otherwise', () => {
    expect(circles(['one', 'two'], ['two', 'two'])).toEqual([]);
  });
});
