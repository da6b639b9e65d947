import type { Agreement, SourceSpan } from '@smarketing/compiler/ir';
import type { Ref, RefKind } from '@smarketing/compiler/words';
import type { Slug } from './pages.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/u, '');

export const home = `${base}/`;

/** The page that finds words on all others. */
export const searchPage = `${base}/search/`;

/** The page of all that a check finds. */
export const findings = `${base}/findings/`;

/** An agreement and where it can be read: on its pages, or, if it is an old version, in one document. */
interface Readable extends Pick<Agreement, 'name'> {
  readonly isOld?: true;
}

/** The address of a page of an agreement, or of a place on it; within the document of an old version, of the place there. */
export function pageHref({ name, isOld }: Readable, slug: Slug, anchor = ''): string {
  if (isOld) return `#${anchor === '' ? `chapter-${slug}` : anchor}`;
  return `${base}/${name}/${slug === '' ? '' : `${slug}/`}${anchor === '' ? '' : `#${anchor}`}`;
}

/** What marks an agreement as an old version, all of which is in the document that shows it. */
export const oldVersion: Pick<Readable, 'isOld'> = { isOld: true };

/** The address of the document that has an old version, or of a place in it. */
export const versionHref = ({ name }: Readable, version: string, anchor = ''): string =>
  `${base}/${name}/changes/${version}/${anchor === '' ? '' : `#${anchor}`}`;

export const isOldVersion = ({ isOld }: Readable): boolean => isOld === true;

const pageOf: Readonly<Record<RefKind, Slug>> = {
  calendar: 'promises',
  event: 'glossary',
  field: 'glossary',
  goal: 'goals',
  grade: 'scoring',
  persona: 'personas',
  promise: 'promises',
  queue: 'routing',
  score: 'scoring',
  stage: 'stages',
  term: 'glossary',
};

/** The anchor of a named thing on its page. */
export const anchorOf = ({ kind, id }: Ref): string => (id === '' ? `${kind}s` : `${kind}-${id}`);

export const refHref = (agreement: Readable, ref: Ref): string =>
  pageHref(agreement, pageOf[ref.kind], anchorOf(ref));

/** The address of a file below an agreement's pages: `playground/words.json`. */
export const fileHref = ({ name }: Pick<Agreement, 'name'>, file: string): string =>
  `${base}/${name}/${file}`;

/** Where a rule, row, transition, notice or promise stands, by its id; `null` for an unknown id. */
export function idHref(agreement: Agreement, id: string): string | null {
  const at = (slug: Slug, kind: string) => pageHref(agreement, slug, `${kind}-${id}`);
  const has = (list: readonly { readonly id: string }[]) => list.some((item) => item.id === id);
  if (agreement.scores.some(({ rules }) => has(rules))) return at('scoring', 'rule');
  if (id === 'grades_otherwise' || has(agreement.grades?.rows ?? []))
    return pageHref(agreement, 'scoring', 'grades');
  if (has(agreement.transitions)) return at('stages', 'way');
  if (id === 'routing_otherwise' || has(agreement.routing?.rows ?? [])) return at('routing', 'row');
  if (has(agreement.notices)) return at('routing', 'notice');
  if (has(agreement.promises)) return at('promises', 'promise');
  return null;
}

/** `scoring.yaml:12` */
export const sourceOf = ({ file, line }: SourceSpan): string => `${file}:${line}`;
