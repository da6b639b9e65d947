import type { Case } from './types.ts';

/** What the fragment of an address asks for: a lead that it holds, an example by its name, or nothing of ours. */
export type Asked =
  | { readonly kind: 'case'; readonly asked: Case }
  | { readonly kind: 'example'; readonly id: string }
  | { readonly kind: 'unreadable' }
  | null;

/** The fragment that holds a case. A browser keeps fragments to itself: nothing of the lead is sent. */
export function toFragment(held: Case): string {
  const bytes = new TextEncoder().encode(JSON.stringify(held));
  const binary = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  return `#lead=${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** Reads a fragment that anybody may have written. Never throws. */
export function fromFragment(fragment: string): Asked {
  if (fragment.startsWith('#example=')) return { kind: 'example', id: fragment.slice('#example='.length) };
  if (!fragment.startsWith('#lead=')) return null;
  try {
    const binary = atob(fragment.slice('#lead='.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.codePointAt(0) ?? 0);
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isCase(value) ? { kind: 'case', asked: value } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

function isCase(value: unknown): value is Case {
  if (!isRecord(value) || !isRecord(value['lead'])) return false;
  const { asOf } = value;
  return asOf === null || (typeof asOf === 'number' && isMoment(asOf));
}

/** In the years 1 to 9999, which is what an engine takes. */
const isMoment = (ms: number) =>
  Number.isInteger(ms) && ms >= -62_135_596_800_000 && ms < 253_402_300_800_000;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
