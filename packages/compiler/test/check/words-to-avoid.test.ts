import { compile, type SourceFile } from '@smarketing/compiler';
import { expect, test } from 'vitest';
import { options } from '../broken/cases.ts';
import { filesWith } from './agreement-of.ts';
import { said } from './plain-words.ts';

const sentences = said.flatMap(({ text }) => text.match(/Plain words of [^.]+\./g) ?? []);

/** The findings when another text stands in the place of a sentence. */
function toldOf(sentence: string, instead: string): string[] {
  const sources = said.map((file): SourceFile => ({ ...file, text: file.text.replace(sentence, instead) }));
  const [, found] = compile(sources, { ...options, proofs: false });
  return found.map(({ code, span, message, help }) => `${code} ${span.file} ${message} ${help}`);
}

test('an agreement in plain words has no finding', () => {
  expect(toldOf('', '')).toEqual([]);
  expect(sentences).toHaveLength(new Set(sentences).size);
});

test.each(sentences)('where it says “%s”, people are told of a word to avoid', (sentence) => {
  const { name } = said.find(({ text }) => text.includes(sentence)) as SourceFile;
  expect(toldOf(sentence, 'Just a hot lead.')).toEqual([
    expect.stringMatching(new RegExp(`^word-to-avoid ${name} .*hot lead.*Qualified lead`)),
  ]);
});

test.each([
  ['HOT LEAD', true],
  ['a hot  lead', true],
  ['hot lead', true],
  ['(hot lead)', true],
  ['hot-lead', false],
  ['hot leads', false],
  ['shot lead', false],
  ['éhot lead', false],
  ['hot lead2', false],
  ['hotlead', false],
])('the word stands in %j: %s', (text, stands) => {
  expect(toldOf('Plain words of a promise.', JSON.stringify(text))).toHaveLength(stands ? 1 : 0);
});

test.each([
  ['a.b', ['word-to-avoid']],
  ['axb', []],
])('a word to avoid is text, whatever signs it has: %s', (text, told) => {
  const sources = said.map((file): SourceFile => ({
    ...file,
    text: file.text.replace('[hot lead]', '[a.b, (c]').replace('Plain words of a promise.', text),
  }));
  const [, found] = compile(sources, { ...options, proofs: false });
  expect(found.map(({ code }) => code)).toEqual(told);
});

test.each(['A Cold  Call.', 'COLD CALL'])('a word that stands nowhere else is found in %j', (text) => {
  const sources = said.map((file): SourceFile => ({
    ...file,
    text: file.text
      .replace('[hot lead]', '[Cold call]')
      .replace('Plain words of a promise.', JSON.stringify(text)),
  }));
  const [, found] = compile(sources, { ...options, proofs: false });
  expect(found.map(({ code }) => code)).toEqual(['word-to-avoid']);
});

test('spaces in a word to avoid stand for any number of them', () => {
  const sources = said.map((file): SourceFile => ({
    ...file,
    text: file.text
      .replace('[hot lead]', "['hot  lead']")
      .replace('Plain words of a promise.', 'A hot lead.'),
  }));
  const [, found] = compile(sources, { ...options, proofs: false });
  expect(found.map(({ code }) => code)).toEqual(['word-to-avoid']);
});

test('what is not said has no words, whichever are to be avoided', () => {
  const vocabulary = `fields: { country: { type: choice, options: [de, fr] } }
events: { demo_requested: { by: lead } }
terms: { mql: { title: Qualified, means: One., avoid: ['null', undefined] } }
`;
  const [, found] = compile(filesWith({ 'vocabulary.yaml': vocabulary }), { ...options, proofs: false });
  expect(found).toEqual([]);
});
