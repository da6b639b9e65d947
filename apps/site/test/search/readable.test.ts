import { expect, test } from 'vitest';
import { readable } from '../../src/lib/search/readable.ts';

const heard = (html: string) =>
  readable(html)
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

test('texts that only the layout parts are parted, and lines of files are left out', () => {
  expect(heard('<dt>Within</dt><dd>1 hour</dd>')).toBe('Within. 1 hour');
  expect(heard('<dt><dfn>Speed-to-lead</dfn></dt><dd>Working time</dd>')).toBe('Speed-to-lead. Working time');
  expect(heard('<p>asked for a demo<span class="because">Whoever asks is called.</span></p>')).toBe(
    'asked for a demo. Whoever asks is called.',
  );
  expect(heard('by 8<span class="source"><code>first_call </code><code>sla.yaml:41</code></span>')).toBe(
    'by 8 first_call',
  );
});
