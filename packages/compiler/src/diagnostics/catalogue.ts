import { agreementCodes } from './codes/agreement.ts';
import { conditionCodes } from './codes/conditions.ts';
import { funnelCodes } from './codes/funnel.ts';
import { handoffCodes } from './codes/handoff.ts';
import { nameCodes } from './codes/names.ts';
import { planCodes } from './codes/plans.ts';
import { readingCodes } from './codes/reading.ts';
import { scoringCodes } from './codes/scoring.ts';
import { shapeCodes } from './codes/shape.ts';
import { slaCodes } from './codes/sla.ts';

/** What a code says. `{name}` are placeholders; the type of a call to `report` asks for each of them. */
export interface Entry {
  readonly severity: 'error' | 'warning';
  /** What went wrong, in this very place. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Why the compiler cares, for people who meet the code for the first time. */
  readonly why: string;
}

/** Every code of the compiler. Codes are permanent: they are never renamed, and never reused for something else. */
export const catalogue = {
  ...readingCodes,
  ...shapeCodes,
  ...nameCodes,
  ...conditionCodes,
  ...agreementCodes,
  ...funnelCodes,
  ...scoringCodes,
  ...handoffCodes,
  ...slaCodes,
  ...planCodes,
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;

/** All codes, in the order of the catalogue. */
export const codes: readonly Code[] = Object.keys(catalogue) as Code[];

/** A text with its placeholders as `<name>`. */
function generic(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => `<${name}>`);
}

/** The page of a code as plain text, or `undefined` when there is no such code. */
export function explainCode(code: string): string | undefined {
  if (!Object.hasOwn(catalogue, code)) return undefined;
  const { severity, message, help, why }: Entry = catalogue[code as Code];
  return [`${code} (${severity})`, '', generic(message), '', why, '', `What to do: ${generic(help)}`].join(
    '\n',
  );
}
