import type { Agreement, Condition, SourceSpan } from '@smarketing/compiler/ir';

/** The lines of a file with conditions on personal fields: what they compare with is not for the site to show. */
export function privateLines(agreement: Agreement, file: string): ReadonlySet<number> {
  const { fields, events } = agreement;
  const personal = new Set(
    [...fields, ...events.flatMap(({ properties }) => properties)].flatMap((one) =>
      one.personal ? [one.id] : [],
    ),
  );
  const lines = new Set<number>();
  const visit = (value: unknown, around: SourceSpan | undefined): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, around);
    if (!isRecord(value)) return;
    const span = (value['span'] as SourceSpan | undefined) ?? around;
    const { subject } = value as Partial<Extract<Condition, { subject: unknown }>>;
    if (span?.file === file && subject !== undefined && 'id' in subject && personal.has(subject.id))
      for (let line = span.line; line <= span.end_line; line++) lines.add(line);
    for (const [key, child] of Object.entries(value)) if (key !== 'span') visit(child, span);
  };
  visit(agreement, undefined);
  return lines;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
