import { toWall } from '../../playground/clock.ts';
import type { ZoneTable } from '../../playground/types.ts';

const pad = (n: number) => String(n).padStart(2, '0');

/** `+0100`, and seconds where a zone once had some. */
const offset = (minutes: number) => {
  const whole = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(whole / 60))}${pad(Math.floor(whole % 60))}`;
};

/** `20261001T091500`: a wall clock. */
export const basic = (wall: string): string => wall.slice(0, 19).padEnd(19, ':00').replaceAll(/[-:]/gu, '');

/** The clocks of a zone between two moments, each change written out: RFC 5545, 3.6.5. */
export function timeZone(name: string, table: ZoneTable, from: number, until: number): readonly string[] {
  const first = Math.max(
    table.findLastIndex(([at]) => at <= from),
    0,
  );
  const changes = table.slice(first).filter(([at]) => at <= until);
  const observances = changes.flatMap(([at, minutes], i) => {
    const before = table[first + i - 1]?.[1] ?? minutes;
    const kind = minutes > before ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      `DTSTART:${basic(toWall([[at, before]], at))}`,
      `TZOFFSETFROM:${offset(before)}`,
      `TZOFFSETTO:${offset(minutes)}`,
      `END:${kind}`,
    ];
  });
  return ['BEGIN:VTIMEZONE', `TZID:${name}`, ...observances, 'END:VTIMEZONE'];
}
