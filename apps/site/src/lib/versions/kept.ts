import type { Agreement } from '@smarketing/compiler/ir';
import { type KeptChange, type KeptVersion, readVersion } from '@smarketing/review';
import { historyOf, type Told, unreleased } from './history.ts';

const files = import.meta.glob<string>('../../../../../releases/*/*.json', {
  eager: true,
  import: 'default',
  query: '?raw',
});

const kept = new Map<string, KeptVersion[]>();
for (const [path, text] of Object.entries(files)) {
  const [, name = ''] = /releases\/([^/]+)\/[^/]+$/u.exec(path) ?? [];
  const read = readVersion(text);
  if ('problem' in read) throw new Error(`${path} cannot be read as a released version. ${read.problem}`);
  kept.set(name, [...(kept.get(name) ?? []), read.version]);
}

/** The released versions of an agreement, the newest first. */
export const versionsOf = ({ name }: Pick<Agreement, 'name'>): readonly Told[] =>
  historyOf(kept.get(name) ?? []);

/** What version an agreement was released as; `undefined` if it is none of those that were kept. */
export const releasedAs = (agreement: Agreement): string | undefined =>
  versionsOf(agreement).find(({ version }) => version.agreement?.hash === agreement.hash)?.version.version;

const waiting = new Map<Agreement, readonly KeptChange[] | null>();

/** What changed since the last released version; `null` where that cannot be told. */
export function unreleasedOf(agreement: Agreement): readonly KeptChange[] | null {
  const known = waiting.get(agreement);
  if (known !== undefined) return known;
  const changes = unreleased(agreement, versionsOf(agreement)[0]?.version);
  waiting.set(agreement, changes);
  return changes;
}
