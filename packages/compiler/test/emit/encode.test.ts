import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { code, markdown, table } from '../../src/emit/encode/markdown.ts';
import { checkedId, identifier, packageWord, place } from '../../src/emit/encode/name.ts';
import { literal, numeral, prettyLiteral } from '../../src/emit/encode/typescript.ts';

// The big list of naughty strings, where it lies beside the project; else the worst of it.
const list = join(import.meta.dirname, '../../../../../shared/data/blns/blns.json');
const naughty: readonly string[] = existsSync(list)
  ? (JSON.parse(readFileSync(list, 'utf8')) as string[])
  : ['', "'", '"', '`', '\\', '\u2028', '</script>', '${x}', '__proto__', '\ud800'];

describe('TypeScript', () => {
  it('reads back what was written, from printable ASCII', () => {
    for (const text of [...naughty, "it's", 'a\\', '\u0000', '\u{1F600}']) {
      for (const written of [literal(text), literal({ key: [text] }), prettyLiteral({ key: [text] })]) {
        expect(written).toMatch(/^[\x20-\x7e\n]*$/);
        expect(written).not.toMatch(/[<>&]/);
      }
      expect(valueOf(literal(text))).toBe(text);
      expect(valueOf(`(${literal({ key: [text] })})`)).toEqual({ key: [text] });
    }
  });

  it('writes no key that is not one', () => {
    expect(() => literal(JSON.parse('{"a":[{"__proto__":1}]}'))).toThrow('__proto__');
  });

  it('writes numbers that are numbers', () => {
    expect([0, -1, 1.5, 1e21].map(numeral)).toEqual(['0', '(-1)', '1.5', '1e+21']);
    expect(() => numeral(Number.NaN)).toThrow(RangeError);
  });
});

describe('names', () => {
  it('are ids, and keep apart from words of the language', () => {
    expect(identifier('rule', 'class')).toBe('rule_class');
    expect(checkedId('a1')).toBe('a1');
    for (const bad of [
      '',
      '1a',
      'a-b',
      'a b',
      'a*/',
      '\u00e4',
      ...naughty.filter((text) => !/^[a-z]\w*$/i.test(text)),
    ]) {
      expect(() => checkedId(bad)).toThrow('not an id');
    }
  });

  it('of places and packages hold nothing else', () => {
    expect(place({ file: 'scoring/fit.yaml', line: 3 })).toBe('scoring/fit.yaml:3');
    expect(place({ file: 'a*/b', line: 1 })).toBe('?:1');
    expect(place({ file: '../a', line: 1 })).toBe('?:1');
    expect(packageWord('@acme/engine')).toBe('@acme/engine');
    expect(() => packageWord('@acme/../engine')).toThrow('not a package name');
  });
});

describe('Markdown', () => {
  it('has no markup from words', () => {
    expect(markdown('a | b\n<img> [x](javascript:y) @all #1 `c` **d**')).toBe(
      'a &#124; b &#60;img&#62; &#91;x&#93;(javascript&#58;y) &#64;&#8203;all &#35;&#8203;1 &#96;c&#96; &#42;&#42;d&#42;&#42;',
    );
    expect(markdown('- no list')).toBe('&#45; no list');
    expect(markdown('1. no list')).toBe('1&#46; no list');
    expect(markdown('www.example.com')).toBe('www&#46;example.com');
    expect(markdown('ann@acme.org GH-1 :tada: 10:30: a @ b # c')).toBe(
      'ann&#64;&#8203;acme.org GH-&#8203;1 &#58;&#8203;tada&#58; 10&#58;&#8203;30&#58; a &#64; b &#35; c',
    );
    for (const text of naughty) expect(markdown(text)).not.toMatch(/[\n\r<>|`*_[\]]/);
  });

  it('aligns tables', () => {
    expect(table(['a', 'long'], [['xyzw', 'b']])).toBe('| a    | long |\n| ---- | ---- |\n| xyzw | b    |');
  });

  it('shows only plain words as code', () => {
    expect(code('a_b')).toBe('`a_b`');
    expect(() => code('a`b')).toThrow('not a plain word');
  });
});

/** Read by the engine that would run it. */
function valueOf(expression: string): unknown {
  // oxlint-disable-next-line no-implied-eval, typescript/no-implied-eval
  return new Function(`return ${expression};`)() as unknown;
}
