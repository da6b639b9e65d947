import { offsetAt } from '@smarketing/compiler/time';

/**
 * A moment as the people of a zone write it, with its offset: `2026-11-24T10:00:00+01:00`.
 */
export function formatMoment(moment: number, zone: string): string {
  const offset = offsetAt(zone, moment);
  const local = new Date(moment + offset).toISOString();
  const seconds = local.endsWith('.000Z') ? local.slice(0, 19) : local.slice(0, 23);
  return `${seconds}${offsetText(offset)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
