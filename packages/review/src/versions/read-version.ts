import { seal } from '@smarketing/compiler';
import { type Agreement, irVersion, parseDay } from '@smarketing/compiler/ir';
import type { HarderFor, Level } from '../changes/change.ts';
import { inOneOrder, type KeptChange, type KeptVersion } from './kept.ts';

/** A kept version, or what is wrong with the file, in words. */
export type ReadVersion = { readonly version: KeptVersion } | { readonly problem: string };

/** Reads a kept version, and makes sure that nobody changed its agreement since. */
export function readVersion(text: string): ReadVersion {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: 'It is not JSON.' };
  }
  if (!isRecord(value) || value['kind'] !== 'smarketing_version')
    return { problem: 'It is no version that `smarketing release` kept.' };
  const { version, released, in_force_from, changes, agreement } = value;
  if (typeof version !== 'string' || !/^[1-9]\d{0,8}(\.\d{1,9}){2}$/.test(version))
    return { problem: '`version` is not a version such as 1.2.0.' };
  if (!isDay(released)) return { problem: '`released` is not a day such as 2026-11-24.' };
  if (!isDay(in_force_from)) return { problem: '`in_force_from` is not a day such as 2026-11-24.' };
  if (!Array.isArray(changes) || !changes.every(isChange))
    return { problem: '`changes` is not a list of changes.' };
  if (!isRecord(agreement) || typeof agreement['ir_version'] !== 'number')
    return { problem: '`agreement` is no compiled agreement.' };
  const head = { kind: 'smarketing_version', version, released, in_force_from, changes } as const;
  if (agreement['ir_version'] !== irVersion) return { version: { ...head, agreement: null } };
  if (!isSealed(agreement))
    return { problem: 'Its agreement was changed after it was released: the hash is another one.' };
  return { version: { ...head, agreement: inOneOrder(agreement) } };
}

/** What bears its own hash was compiled as it stands. */
function isSealed(value: Readonly<Record<string, unknown>>): value is Agreement & Record<string, unknown> {
  const { hash, ...rest } = value as unknown as Agreement;
  return seal(rest).hash === hash;
}

const levels: readonly Level[] = ['breaking', 'notable', 'wording', 'equivalent'];
const parties: readonly HarderFor[] = ['marketing', 'sales', 'both', 'nobody'];

function isChange(value: unknown): value is KeptChange {
  if (!isRecord(value)) return false;
  const { kind, says, was, is, level, harder_for, fingerprint } = value;
  return (
    [kind, says, fingerprint].every(isText) &&
    [was, is].every((one) => one === null || isText(one)) &&
    levels.some((one) => one === level) &&
    parties.some((one) => one === harder_for)
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isDay(value: unknown): value is string {
  return isText(value) && parseDay(value) !== undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
