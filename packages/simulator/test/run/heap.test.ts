import { expect, test } from 'vitest';
import { Heap } from '../../src/run/heap.ts';

test('what comes first comes out first, however it went in', () => {
  const heap = new Heap();
  const inside: number[] = [];
  const [out, wanted]: [number[], number[]] = [[], []];
  for (let i = 0; i < 6000; i++) {
    if (heap.size > 0 && (i * 7919) % 3 === 0) {
      const next = Math.min(...inside);
      wanted.push(next, next ^ 5);
      out.push(heap.least, heap.pop());
      inside.splice(inside.indexOf(next), 1);
    } else if (inside.length < 800) {
      const at = (i * 104_729) % 1_000_003;
      heap.push(at, at ^ 5);
      inside.push(at);
    }
  }
  expect(out).toEqual(wanted);
  expect(heap.size).toBe(inside.length);
});
