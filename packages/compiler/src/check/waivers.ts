import { isProved, mayBeWaived } from '../diagnostics/catalogue.ts';
import { type Diagnostic, report } from '../diagnostics/diagnostic.ts';
import { elementsOf } from '../ir/elements.ts';
import type { SourceSpan, Waiver } from '../ir/types.ts';
import type { Draft } from './rule.ts';

/** A finding that both teams accept, and where they said so. */
export interface Waived {
  readonly finding: Diagnostic;
  readonly waiver: Waiver;
}

export interface Waiving {
  /** What is left, with what is wrong with the waivers themselves. */
  readonly left: readonly Diagnostic[];
  readonly waived: readonly Waived[];
}

/**
 * Takes out the findings that both teams accept until a day that has not passed.
 *
 * A waiver is for the findings of its code that stand inside a part of the agreement with its id. One that is for none is
 * told, unless it may be that what it waives was not asked: after an error, or without the proofs.
 */
export function applyWaivers(
  found: readonly Diagnostic[],
  draft: Draft,
  { today, areProved }: { readonly today: string; readonly areProved: boolean },
): Waiving {
  if (draft.waivers.length === 0) return { left: found, waived: [] };
  const elements = elementsOf(draft);
  const waivers = draft.waivers.filter(({ finding }) => mayBeWaived(finding));
  const covers = (waiver: Waiver, finding: Diagnostic): boolean =>
    waiver.finding === finding.code &&
    elements.some(({ id, span }) => id === waiver.of && contains(span, finding.span));
  const valid = waivers.filter(({ until }) => until >= today);
  const waived = found.flatMap((finding): Waived[] => {
    const waiver = valid.find((candidate) => covers(candidate, finding));
    return waiver ? [{ finding, waiver }] : [];
  });
  const accepted = new Set(waived.map(({ finding }) => finding));
  const asked = !found.some(({ code, severity }) => severity === 'error' && !mayBeWaived(code));
  const isAsked = (waiver: Waiver): boolean => asked && (areProved || !isProved(waiver.finding));
  const unused = valid.filter(
    (waiver) => isAsked(waiver) && !found.some((finding) => covers(waiver, finding)),
  );
  return {
    left: [
      ...found.filter((finding) => !accepted.has(finding)),
      ...waivers.filter(({ until }) => until < today).map(expired),
      ...unused.map(useless),
    ],
    waived,
  };
}

function expired({ finding, of, until, span }: Waiver): Diagnostic {
  return report('waiver-expired', span, { finding, of, until });
}

function useless({ finding, of, span }: Waiver): Diagnostic {
  return report('waiver-unused', span, { finding, of });
}

function contains(outer: SourceSpan, inner: SourceSpan): boolean {
  return (
    outer.file === inner.file &&
    !before(inner.line, inner.col, outer.line, outer.col) &&
    !before(outer.end_line, outer.end_col, inner.end_line, inner.end_col)
  );
}

function before(line: number, col: number, otherLine: number, otherCol: number): boolean {
  return line < otherLine || (line === otherLine && col < otherCol);
}
