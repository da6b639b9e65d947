import type { Agreement, SourceSpan } from './types.ts';

/** A part of an agreement that has a place in the author's files. */
export interface AgreementElement {
  /** Its id; without one, the key that it stands under: `grades`, `routing`. */
  readonly id: string;
  readonly span: SourceSpan;
}

/** Every part of an agreement that can be named and has a place, outer first; not its waivers. */
export function elementsOf(agreement: Omit<Agreement, 'hash'>): readonly AgreementElement[] {
  return Object.entries(agreement).flatMap(([key, value]) =>
    key === 'waivers' ? [] : [...elementsIn(key, value)],
  );
}

function* elementsIn(key: string, value: unknown): Generator<AgreementElement> {
  if (Array.isArray(value)) for (const item of value) yield* elementsIn(key, item);
  else if (typeof value === 'object' && value !== null) {
    const { id = key, span } = value as { readonly id?: string; readonly span?: SourceSpan };
    if (span !== undefined) yield { id, span };
    for (const [name, inner] of Object.entries(value)) if (name !== 'span') yield* elementsIn(name, inner);
  }
}
