import { createHash } from 'node:crypto';
import type { Finding } from './findings.ts';

/**
 * What a finding is known by from one run to the next, wherever its lines have moved to: its file, code and message. Findings
 * that agree in all three are told apart by their order.
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const times = new Map<string, number>();
  return findings.map(({ file, code, message }) => {
    const key = JSON.stringify([file, code, message]);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return createHash('sha256').update(`${key}${time}`).digest('hex').slice(0, 32);
  });
}
