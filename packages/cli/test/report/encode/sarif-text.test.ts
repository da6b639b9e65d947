import { expect, test } from 'vitest';
import { relativeUri, sarifText } from '../../../src/report/encode/sarif-text.ts';
import { deceiving, hostile } from '../hostile.ts';

test.each(hostile.map((text) => [text.slice(0, 40), text]))('%j shows no link, and is a URI', (_, text) => {
  expect(sarifText(text).text).not.toMatch(/\]\(|\[[^\]]*\]\(/);
  expect(sarifText(text.replaceAll('\r', '')).text).not.toMatch(deceiving);
  expect(relativeUri(text)).toMatch(/^[\w.!~*'()%/-]*$/);
});

test('a path stays a path', () => {
  expect(relativeUri('../agreements/a b/ä#1?.yaml')).toBe('../agreements/a%20b/%C3%A4%231%3F.yaml');
});

test('braces are no placeholder', () => {
  expect(sarifText('{0} is { no: placeholder }')).toEqual({ text: '{{0}} is {{ no: placeholder }}' });
});
