import { nearest } from '@smarketing/compiler';
import { CannotRun } from '../cannot-run.ts';
import type { Library } from './library.ts';

/** A country, or a part of one. */
export interface Place {
  /** Of the country, the state and the region in it, as the library writes them. */
  readonly codes: readonly string[];
  /** `Berlin, Germany`. */
  readonly title: string;
}

type Names = Readonly<Record<string, string>>;

/** The place that is meant by `de`, `de-be` or `de-by-a`. */
export function findPlace(written: string, library: Library): Place {
  const world = new library();
  const codes: string[] = [];
  const titles: string[] = [];
  for (const part of written.split('-')) {
    const known = placesIn(world, codes);
    const code = Object.keys(known).find((code) => code.toLowerCase() === part.toLowerCase());
    if (code === undefined) throw unknownPlace(part, known, { codes, titles });
    codes.push(code);
    titles.unshift(known[code] ?? code);
  }
  return { codes, title: titles.join(', ') };
}

function placesIn(world: InstanceType<Library>, [country, state, region]: readonly string[]): Names {
  if (country === undefined) return world.getCountries('en');
  if (state === undefined) return orNone(world.getStates(country, 'en'));
  if (region === undefined) return orNone(world.getRegions(country, state, 'en'));
  return {};
}

/** Where there are none, the library gives `undefined`, whatever its types say. */
function orNone(names: Names | undefined): Names {
  return names ?? {};
}

function unknownPlace(
  part: string,
  known: Names,
  around: { readonly codes: readonly string[]; readonly titles: readonly string[] },
): CannotRun {
  const place = around.titles.join(', ');
  const message =
    place === '' ? `There is no country ${part}.` : `No region ${part} of ${place} has holidays of its own.`;
  return new CannotRun(message, suggestion(part, known, around.codes));
}

function suggestion(part: string, known: Names, around: readonly string[]): string {
  const write = (codes: readonly string[]): string => [...around, ...codes].join('-').toLowerCase();
  const listed = (codes: readonly string[]): string =>
    codes.map((code) => `${write([code])} ${known[code]}`).join(', ');
  const codes = Object.keys(known);
  if (codes.length === 0) return `Leave it out: ${write([])}`;
  const name = part.length > 2 ? nearest(part, Object.values(known)) : undefined;
  const meant = codes.find((code) => known[code] === name);
  if (meant !== undefined) return `Did you mean ${listed([meant])}?`;
  if (around.length > 0) return `Those that have: ${listed(codes)}.`;
  const written = part.toUpperCase();
  const alike = codes.filter((code) => code[0] === written[0] || initials(known[code] ?? '') === written);
  return alike.length === 0 ? 'Countries have codes of two letters, such as de.' : `Known: ${listed(alike)}.`;
}

/** `UK` of `United Kingdom`. */
function initials(name: string): string {
  return name.replace(/[^A-Z]/g, '');
}
