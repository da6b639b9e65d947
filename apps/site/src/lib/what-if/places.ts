import { scalarsOf, type SourceFile, type WrittenScalar } from '@smarketing/compiler';
import type { Agreement, SourceSpan } from '@smarketing/compiler/ir';
import { type Model, readSetting, SettingError } from '@smarketing/simulator';
import { context, type Edit, type Sources } from '../../what-if/patch.ts';
import type { Places } from '../../what-if/propose.ts';
import { privateLines } from './private-lines.ts';

const texts = import.meta.glob<string>('../../../../../agreements/**/*.yaml', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The files that an agreement was compiled from, if they are here. */
function filesOf({ name: agreement }: Agreement): readonly SourceFile[] {
  return Object.entries(texts).flatMap(([path, text]) => {
    const [, own, name = ''] = /agreements\/([^/]+)\/(.+)$/u.exec(path) ?? [];
    return own === agreement ? [{ name, path, text }] : [];
  });
}

/** Looks up where the numbers stand. Of an agreement whose files are not here, or are others than were compiled, nothing is known. */
export function placesOf(agreement: Agreement, model: Model, names: readonly string[]): Places {
  const files = filesOf(agreement);
  const scalars = new Map(files.map((file) => [file.name, scalarsOf(file)]));
  const edits = Object.fromEntries(names.map((name) => [name, editsOf(agreement, model, { name, scalars })]));
  return { edits, sources: linesAround(agreement, files, Object.values(edits).flat()) };
}

type Scalars = ReadonlyMap<string, readonly WrittenScalar[]>;

function editsOf(
  agreement: Agreement,
  model: Model,
  { name, scalars }: { readonly name: string; readonly scalars: Scalars },
): readonly Edit[] {
  const rule = model.rules.find((one) => one.name === name);
  const [id = '', key = ''] = name.split('.');
  if (rule?.kind === 'points') {
    const span = agreement.scores.flatMap(({ rules }) => rules).find((one) => one.id === id)?.span;
    return only(
      within(scalars, span).filter(({ path }) => path.at(-1) === 'points'),
      rule.value,
    );
  }
  if (rule?.kind === 'threshold') {
    const span = agreement.transitions.find((one) => one.id === id)?.span;
    return only(
      within(scalars, span).filter(({ path }) => path.includes(key)),
      rule.value,
    );
  }
  if (rule?.kind === 'border') {
    const score = agreement.scores.find((one) => one.id === id);
    const scaled = score?.bands.find((band) => band.id === key)?.min?.value;
    const bands = score?.bands.filter(({ min, max }) => min?.value === scaled || max?.value === scaled) ?? [];
    const found = bands.map(({ span }) => only(within(scalars, span), rule.value));
    return found.every(({ length }) => length === 1) ? found.flat() : [];
  }
  return inForecastOrPromise(agreement, model, { id, key, scalars });
}

function inForecastOrPromise(
  { assumptions, promises }: Agreement,
  model: Model,
  { id, key, scalars }: { readonly id: string; readonly key: string; readonly scalars: Scalars },
): readonly Edit[] {
  const parameter = model.parameters.find((one) => one.id === `${id}.${key}`);
  const span = (parameter ? assumptions : promises).find((one) => one.id === id)?.span;
  const written = within(scalars, span).filter(({ path }) => path.includes(key));
  if (!parameter) {
    const clock = model.clocks.find((one) => one.id === id);
    return written
      .filter(({ path }) => path.at(-1) === key)
      .flatMap(numberIn(model, `${id}.${key}`, clock?.within_ms));
  }
  const edits = written.flatMap(numberIn(model, parameter.id, parameter.value));
  const bounds = written.flatMap((one): readonly Edit[] => {
    const bound = one.path.at(-1);
    return bound === 'low' || bound === 'high' ? [{ ...placeOf(one), what: bound }] : [];
  });
  return edits.length === 1 ? [...edits, ...bounds] : [];
}

/** A scalar that says such a number, as a setting would. */
const numberIn =
  (model: Model, name: string, value: number | undefined) =>
  (one: WrittenScalar): readonly Edit[] => {
    if (one.path.at(-1) === 'low' || one.path.at(-1) === 'high') return [];
    try {
      return readSetting(model, `${name}=${one.value}`).value === value
        ? [{ ...placeOf(one), what: 'value' }]
        : [];
    } catch (error) {
      if (error instanceof SettingError) return [];
      throw error;
    }
  };

/** The one scalar that is this number. */
function only(found: readonly WrittenScalar[], value: number): readonly Edit[] {
  const same = found.filter((one) => one.value === value);
  return same.length === 1 ? same.map((one) => ({ ...placeOf(one), what: 'value' })) : [];
}

function placeOf({ span }: WrittenScalar): Omit<Edit, 'what'> {
  return { file: span.file, line: span.line, from: span.col, until: span.end_col };
}

const isAfter = (line: number, col: number, at: readonly [number, number]): boolean =>
  line > at[0] || (line === at[0] && col >= at[1]);

function within(scalars: Scalars, outer: SourceSpan | undefined): readonly WrittenScalar[] {
  if (!outer) return [];
  return (scalars.get(outer.file) ?? []).filter(
    ({ span }) =>
      isAfter(span.line, span.col, [outer.line, outer.col]) &&
      isAfter(outer.end_line, outer.end_col, [span.end_line, span.end_col]),
  );
}

/** The lines that a patch may show: those of the numbers, and as many around them as say nothing of persons. */
function linesAround(agreement: Agreement, files: readonly SourceFile[], edits: readonly Edit[]): Sources {
  return Object.fromEntries(
    files.flatMap(({ name, text }) => {
      const own = edits.filter(({ file }) => file === name).map(({ line }) => line);
      if (own.length === 0) return [];
      const secret = privateLines(agreement, name);
      const lines = text.split('\n').slice(0, text.endsWith('\n') ? -1 : undefined);
      const shown = lines.flatMap((line, index) => {
        const isNear = own.some((at) => Math.abs(at - index - 1) <= context);
        const isOwn = own.includes(index + 1);
        return isOwn || (isNear && !secret.has(index + 1)) ? [[index + 1, line] as const] : [];
      });
      return [[name, Object.fromEntries(shown)] as const];
    }),
  );
}
