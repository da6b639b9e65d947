import { describe, expect, test } from 'vitest';
import { toldAfter } from './edited.ts';

const assumed = (text: string): readonly [string, string, string] => [
  'forecast.yaml',
  '  web:',
  `  more: { ${text}, source: CRM }\n  web:`,
];
const told = (text: string): string[] => toldAfter(assumed(text));

const moved = (text: string): string[] => told(`kind: transfer, event: call_made, share: 5%${text}`);

describe('an activity', () => {
  test.each([
    'event: call_made, after: mql',
    'event: call_made, after: [mql, demo_requested], share: { value: 50%, low: 40%, high: 60% }, times: 1',
    'event: call_made, after: mql, times: 300, takes: 2 hours, every: { value: 2 days, low: 1 day, high: 3 days }, effort: 5 minutes',
    'event: call_made, after: mql, calendar: office',
    'event: demo_requested, after: call_made, calendar: always',
  ])('may say %s', (text) => {
    expect(told(`kind: activity, ${text}`)).toEqual([]);
  });

  test.each([
    ['event: call_made, after: mql, times: 0.9', /^out-of-range: 0\.9 .*at least 1/],
    ['event: call_made, after: mql, times: 301', /^out-of-range: 301 .*at most 300/],
    ['event: call_made, after: mql, times: { value: 4, low: 5, high: 6 }', /^estimate-reversed: /],
    ['event: call_made, after: mql, share: 101%', /101%/],
    ['event: called, after: mql', /^unknown-reference: .*called/],
    ['event: call_made, after: mqls', /^unknown-reference: .*mqls/],
    ['event: call_made, after: mql, calendar: nowhere', /^unknown-reference: .*nowhere/],
    ['event: call_made, after: mql, effort: 5', /^bad-duration: 5 /],
    ['event: call_made', /^missing-key: .*after/],
  ])('is refused that says %s', (text, message) => {
    expect(told(`kind: activity, ${text}`)).toEqual([expect.stringMatching(message)]);
  });

  test('is said once of each thing it comes after', () => {
    const other = 'kind: activity, event: call_made, after: [lead, mql]';
    const twice = toldAfter(assumed(other), [
      'forecast.yaml',
      '  web:',
      '  again: { kind: activity, event: call_made, after: mql, source: CRM }\n  web:',
    ]);
    expect(twice).toEqual([
      expect.stringMatching(/^assumption-twice: .*call_made happens after entered_mql/),
    ]);
  });

  test('comes after no event that comes after it', () => {
    expect(told('kind: activity, event: call_made, after: [mql, call_made]')).toEqual([
      expect.stringMatching(/^activity-in-circle: more says that call_made /),
    ]);
  });
});

describe('a transfer', () => {
  test('is between queues that are there', () => {
    expect(moved('')).toEqual([]);
    expect(moved(', from: inbound, to: big_desk, takes: 3 hours')).toEqual([]);
    expect(moved(', from: nobody')).toEqual([expect.stringMatching(/^unknown-reference: .*nobody/)]);
    expect(moved(', to: nobody')).toEqual([expect.stringMatching(/^unknown-reference: .*nobody/)]);
  });
});
