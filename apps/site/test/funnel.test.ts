import { expect, test } from 'vitest';
import { sample } from '../../../packages/compiler/test/words/sample.ts';
import { drawFunnel } from '../src/lib/funnel/layout.ts';
import { readWays } from '../src/lib/funnel/ways.ts';

const drawing = drawFunnel(sample);

test('the ways of a funnel', () => {
  const { steps, lines } = readWays(sample);
  expect([...steps]).toEqual(['visitor', 'lead', 'mql', 'sql']);
  expect(lines).toEqual([
    { kind: 'skip', from: ['visitor'], to: 'mql' },
    { kind: 'exit', from: ['mql', 'sql', 'lead'], to: 'recycled' },
    { kind: 'exit', from: ['lead', 'mql', 'sql', 'recycled'], to: 'disqualified' },
    { kind: 'back', from: ['recycled'], to: 'mql' },
  ]);
});

test('every stage has a box, and no two overlap', () => {
  expect(drawing.boxes.map(({ id }) => id)).toEqual(sample.stages.map(({ id }) => id));
  const sorted = drawing.boxes.toSorted((a, b) => a.y - b.y);
  const gaps = sorted.slice(1).map(({ y }, i) => y - sorted[i]!.y - sorted[i]!.height);
  expect(Math.min(...gaps)).toBeGreaterThan(0);
});

test('all that is drawn lies within the picture', () => {
  const numbers = drawing.wires.flatMap(({ path, stubs }) =>
    [...`${path}${stubs}`.matchAll(/[HM](-?[\d.]+)/gu)].map(([, x]) => Number(x)),
  );
  for (const x of numbers) expect(x).toBeGreaterThan(0);
  for (const x of numbers) expect(x).toBeLessThan(drawing.width);
  for (const { y, height } of [...drawing.boxes, ...drawing.bands])
    expect(y + height).toBeLessThan(drawing.height);
});

test('lines of one side never share a lane', () => {
  const rails = drawing.wires
    .filter(({ kind }) => kind !== 'step')
    .map(({ path }) => /Q(-?[\d.]+)/u.exec(path)?.[1]);
  expect(new Set(rails).size).toBe(rails.length);
});

test('a title too long for one line is broken in two', () => {
  const [first, ...rest] = sample.stages;
  const long = { ...sample, stages: [{ ...first!, title: 'Somebody whose name we do not know' }, ...rest] };
  expect(drawFunnel(long).boxes[0]?.lines).toEqual(['Somebody whose name', 'we do not know']);
});

test('a funnel without exits or transitions can be drawn', () => {
  const { boxes, wires, exitsY } = drawFunnel({
    ...sample,
    transitions: [],
    stages: sample.stages.slice(0, 1),
  });
  expect(boxes).toHaveLength(1);
  expect(wires).toEqual([]);
  expect(exitsY).toBeNull();
});
