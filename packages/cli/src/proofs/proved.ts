import {
  applyWaivers,
  countKinds,
  type Diagnostic,
  type Property,
  prove,
  type Topic,
  topics,
} from '@smarketing/compiler';
import type { Agreement, Waiver } from '@smarketing/compiler/ir';

/** A property, with the waiver by which both teams accept that it does not hold. */
export interface Stated extends Property {
  readonly waiver: Waiver | null;
}

/** What the compiler can prove of an agreement, as the teams have accepted it. */
export interface Proved {
  readonly agreement: Agreement;
  readonly properties: readonly Stated[];
  /** So many kinds of lead it tells apart. */
  readonly kinds: bigint;
}

/** Asks everything, on a day that decides which waivers still hold. */
export function proveAll(agreement: Agreement, today: string): Proved {
  const { properties, findings } = prove(agreement);
  const { waived } = applyWaivers(findings, agreement, { today, areProved: true });
  const waivers = new Map(waived.map(({ finding, waiver }) => [finding, waiver]));
  const waiverOf = (property: Property): Waiver | null => {
    const finding = findingOf(property, findings);
    return (finding && waivers.get(finding)) ?? null;
  };
  const stated = properties.map((property) => ({ ...property, waiver: waiverOf(property) }));
  return { agreement, properties: stated, kinds: countKinds(agreement) };
}

/** What is not known is told by a finding of its own. */
function findingOf(property: Property, findings: readonly Diagnostic[]): Diagnostic | undefined {
  const { finding, verdict, span, says } = property;
  if (finding) return finding;
  if (verdict !== 'unknown') return undefined;
  return findings.find(
    ({ code, span: at, message }) => code === 'not-proved' && at === span && message.includes(says),
  );
}

/** `waived`: it does not hold or is not known, and both teams accept that. */
export type Standing = Property['verdict'] | 'waived';

export function standingOf({ verdict, waiver }: Stated): Standing {
  return waiver === null ? verdict : 'waived';
}

/** It neither holds nor is accepted. */
export function isOpen(stated: Stated): boolean {
  const standing = standingOf(stated);
  return standing === 'refuted' || standing === 'unknown';
}

/** The topics that an agreement has something of, in the order in which people read them. */
export function byTopic({ properties }: Proved): readonly (readonly [Topic, readonly Stated[]])[] {
  const groups = Map.groupBy(properties, ({ topic }) => topic);
  return topics.flatMap((topic) => {
    const all = groups.get(topic);
    return all ? [[topic, all] as const] : [];
  });
}

/** Whether every lead is proved to go on and to be somebody's. */
export function areLeaksProved({ properties }: { readonly properties: readonly Property[] }): boolean {
  return properties.every(({ topic, verdict }) => topic !== 'leaks' || verdict === 'proved');
}
