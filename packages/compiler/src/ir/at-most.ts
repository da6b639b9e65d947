import type { AtMost, LeadEvent } from './types.ts';

/**
 * The events that `at_most` keeps: in time order, one is kept only if fewer than `count` kept ones are
 * less than `per_ms` older than it; without `per_ms`, the first `count`.
 */
export function keepAtMost(events: readonly LeadEvent[], limit: AtMost | null): readonly LeadEvent[] {
  if (limit === null) return events;
  const { count, per_ms: per } = limit;
  const kept: LeadEvent[] = [];
  for (const event of events) {
    const near = kept.filter(({ at }) => per === null || event.at - at < per);
    if (near.length < count) kept.push(event);
  }
  return kept;
}
