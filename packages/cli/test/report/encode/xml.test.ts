import { describe, expect, test } from 'vitest';
import { xmlElement, xmlText } from '../../../src/report/encode/xml.ts';
import { deceiving, hostile } from '../hostile.ts';
import { parseXml } from '../xml.ts';

describe.each(hostile.map((text) => [text.slice(0, 40), text]))('%j', (_, text) => {
  test('stays one text inside an element, and one attribute', () => {
    const { children, attributes, ...inside } = parseXml(xmlElement('a', { b: text }, [xmlText(text)]));
    expect({ children, keys: Object.keys(attributes) }).toEqual({ children: [], keys: ['b'] });
    expect(attributes['b']).toBe(inside.text);
    expect(inside.text).not.toMatch(deceiving);
    expect(inside.text.length).toBe(text.replace(/\r\n/g, '\n').length);
  });
});

test('what is harmless is read back as it was', () => {
  const text = 'Größe < 5 & "Zürich" > 7 👩\n\tnext';
  expect(parseXml(xmlElement('a', { b: text })).attributes['b']).toBe(text);
  expect(parseXml(xmlElement('a', {}, [xmlText(text)])).text).toBe(text);
});

test('XML allows no control characters: a stand-in takes their place', () => {
  expect(xmlText('a\u0000b\u001bc\uffff')).toBe('a�b�c�');
});
