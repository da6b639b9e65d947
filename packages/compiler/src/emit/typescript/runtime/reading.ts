/** An own entry, whatever the object inherits; absent is `null`. */
export function entry(record: object, key: string): unknown {
  return Object.hasOwn(record, key) ? ((record as Record<string, unknown>)[key] ?? null) : null;
}

export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
