import type { Diagnostic, Remedy } from '../diagnostics/diagnostic.ts';
import { rewrite } from '../rewrite/rewrites.ts';
import { quoted, scalarOf } from '../rewrite/scalar.ts';
import type { SourceFile } from '../source/source-file.ts';
import { seen, untabbed } from './characters.ts';
import { type Edit, rangeOf } from './edit.ts';
import { entriesOf } from './entry.ts';

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
  return given(asEdits(from, to, rewrite(code, bare(written)) ?? straight(written)));
}

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
  return inner === undefined ? undefined : scalarOf(inner);
}

function carryOut(
  remedy: Exclude<Remedy, { readonly leaveOut: string }>,
  source: SourceFile,
  [from, to]: readonly [number, number],
): readonly Edit[] | undefined {
  const written = source.text.slice(from, to);
  if (remedy === 'quote') return asEdits(from, to, quoted(bare(written)));
  if (remedy === 'bracket') return asEdits(from, to, `[${written}]`);
  if (remedy === 'remove') {
    const removal = entriesOf(source.text).find((entry) => entry.from === from)?.removal;
    return removal && [removal];
  }
  const [start, end] = remedy.at ? rangeOf(source, remedy.at) : [from, to];
  return asEdits(start, end, remedy.write);
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
