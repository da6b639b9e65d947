import type { Code } from '../diagnostics/catalogue.ts';
import type { Diagnostic, Remedy } from '../diagnostics/diagnostic.ts';
import { isMisread } from '../format/misread.ts';
import type { SourceFile } from '../source/source-file.ts';
import { type Edit, plain, quoted, rangeOf } from './edit.ts';
import { entriesOf } from './entry.ts';
import { seen, untabbed } from './rules/characters.ts';
import { duration, limit, percent, period } from './rules/counts.ts';
import type { Rewrite } from './rules/rewrite.ts';
import { date, hours, moment, time } from './rules/times.ts';

/** Ways to remove a finding, each a set of edits of its file, the likeliest first. None is proved yet. */
export function proposals(diagnostic: Diagnostic, source: SourceFile): readonly (readonly Edit[])[] {
  const { code, span, remedy } = diagnostic;
  const [from, to] = rangeOf(source, span);
  const written = source.text.slice(from, to);
  if (code === 'yaml-tab') return given(untabbed(source));
  if (code === 'bad-character') return given(asEdits(from, to, seen(written)));
  if (typeof remedy === 'object' && 'leaveOut' in remedy)
    return leaveOut(remedy.leaveOut, source, [from, to]);
  if (remedy) return given(carryOut(remedy, source, [from, to]));
  const rewrite = rewrites[code];
  return given(asEdits(from, to, rewrite?.(bare(written)) ?? straight(written)));
}

const rewrites: Partial<Record<Code, Rewrite>> = {
  'bad-date': date,
  'bad-moment': moment,
  'bad-time': time,
  'bad-hours': hours,
  'bad-duration': duration,
  'bad-period': period,
  'bad-limit': limit,
  'bad-percent': percent,
};

function given(edits: readonly Edit[] | undefined): readonly (readonly Edit[])[] {
  return edits && edits.length > 0 ? [edits] : [];
}

function asEdits(from: number, to: number, text: string | undefined): readonly Edit[] | undefined {
  return text === undefined ? undefined : [{ from, to, text }];
}

const curly = /^[“”„‘’«»](.+)[“”„‘’«»]$/su;

/** A text without the quotes around it. */
function bare(written: string): string {
  const [, inner] = /^(['"])(.*)\1$/s.exec(written)
    ? [null, written.slice(1, -1)]
    : (curly.exec(written) ?? []);
  return (inner ?? written).trim();
}

/** Quotes of a word processor as the quotes of YAML. */
function straight(written: string): string | undefined {
  const [, inner] = curly.exec(written) ?? [];
  return inner === undefined ? undefined : plain(inner, misread);
}

const misread = (text: string): boolean => isMisread(text, 'value');

function carryOut(
  remedy: Exclude<Remedy, { readonly leaveOut: string }>,
  source: SourceFile,
  [from, to]: readonly [number, number],
): readonly Edit[] | undefined {
  const written = source.text.slice(from, to);
  if (remedy === 'quote') return asEdits(from, to, quoted(written));
  if (remedy === 'bracket') return asEdits(from, to, `[${written}]`);
  if (remedy === 'remove') {
    const removal = entriesOf(source.text).find((entry) => entry.from === from)?.removal;
    return removal && [removal];
  }
  const [start, end] = remedy.at ? rangeOf(source, remedy.at) : [from, to];
  return asEdits(start, end, /^[{[]/.test(remedy.write) ? remedy.write : plain(remedy.write, () => false));
}

/** Each entry with this key, and each item of a list that holds one. */
function leaveOut(
  key: string,
  source: SourceFile,
  [from, to]: readonly [number, number],
): readonly (readonly Edit[])[] {
  const inside = entriesOf(source.text).filter((entry) => from <= entry.from && entry.to <= to);
  const named = inside.filter((entry) => entry.key === key);
  const holders = inside.filter(
    (entry) => entry.key === null && named.some(({ from: at }) => entry.from < at && at < entry.to),
  );
  return [...named, ...holders].flatMap(({ removal }) => (removal ? [[removal]] : []));
}
