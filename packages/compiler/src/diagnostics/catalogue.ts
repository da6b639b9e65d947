import { agreementCodes } from './codes/agreement.ts';
import { conditionCodes } from './codes/conditions.ts';
import { funnelCodes } from './codes/funnel.ts';
import { handoffCodes } from './codes/handoff.ts';
import { nameCodes } from './codes/names.ts';
import { planCodes } from './codes/plans.ts';
import { proofCodes } from './codes/proofs.ts';
import { readingCodes } from './codes/reading.ts';
import { scoringCodes } from './codes/scoring.ts';
import { shapeCodes } from './codes/shape.ts';
import { slaCodes } from './codes/sla.ts';
import { waiverCodes } from './codes/waivers.ts';

/** What a code says. `{name}` are placeholders; the type of a call to `report` asks for each of them. */
export interface Entry {
  readonly severity: 'error' | 'warning';
  /** What went wrong, in this very place. */
  readonly message: string;
  /** What to do about it. */
  readonly help: string;
  /** Why the compiler cares, for people who meet the code for the first time. */
  readonly why: string;
  /** Every decision is clear without it: both teams may accept it until a day, by a waiver in `agreement.yaml`. */
  readonly waivable?: true;
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
  ...waiverCodes,
  ...proofCodes,
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof catalogue;

/** All codes, in the order of the catalogue. */
export const codes: readonly Code[] = Object.keys(catalogue) as Code[];

/** The codes by what they are about, in the order of the catalogue. */
export const codeTopics: readonly { readonly title: string; readonly codes: readonly Code[] }[] = [
  { title: 'Reading the files', codes: codesIn(readingCodes) },
  { title: 'Keys and values', codes: codesIn(shapeCodes) },
  { title: 'Names', codes: codesIn(nameCodes) },
  { title: 'Conditions', codes: codesIn(conditionCodes) },
  { title: 'The agreement itself', codes: codesIn(agreementCodes) },
  { title: 'Funnel', codes: codesIn(funnelCodes) },
  { title: 'Scoring and grades', codes: codesIn(scoringCodes) },
  { title: 'Handoff', codes: codesIn(handoffCodes) },
  { title: 'Promises and calendars', codes: codesIn(slaCodes) },
  { title: 'Forecast, goals and cadence', codes: codesIn(planCodes) },
  { title: 'Waivers', codes: codesIn(waiverCodes) },
  { title: 'What is proved', codes: codesIn(proofCodes) },
];

function codesIn(part: Readonly<Partial<Record<Code, Entry>>>): readonly Code[] {
  return Object.keys(part) as Code[];
}

/** Whether only the prover finds it, or finds it too. */
export function isProved(code: string): boolean {
  return Object.hasOwn(proofCodes, code) || alsoProved.has(code);
}

const alsoProved = new Set<string>([
  'table-without-otherwise',
  'rows-overlap',
  'rows-gap',
  'bands-gap',
  'threshold-too-high',
  'threshold-too-low',
  'cap-never-reached',
  'owner-may-be-missing',
  'exit-without-way-back',
  'stage-unreachable',
] satisfies Code[]);

/** Whether a finding of this code may be waived; `undefined` when there is no such code. */
export function mayBeWaived(code: string): boolean | undefined {
  if (!Object.hasOwn(catalogue, code)) return undefined;
  const entry: Entry = catalogue[code as Code];
  return entry.waivable === true;
}

/** What a code says wherever it is found: its placeholders stand as `<name>`. `undefined` when there is no such code. */
export function entryOf(code: string): Entry | undefined {
  if (!Object.hasOwn(catalogue, code)) return undefined;
  const entry: Entry = catalogue[code as Code];
  return { ...entry, message: generic(entry.message), help: generic(entry.help) };
}

/** A text with its placeholders as `<name>`. */
function generic(text: string): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => `<${name}>`);
}
