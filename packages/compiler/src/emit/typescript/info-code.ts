import type { Agreement, SourceSpan } from '../../ir/types.ts';
import { literal, prettyLiteral, union } from '../encode/typescript.ts';

interface RuleInfo {
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly because: string | null;
}

/** What the engine tells about the agreement that it was made from. */
export function infoCode(agreement: Agreement): string {
  const info = prettyLiteral(infoOf(agreement)).slice(0, -'\n}'.length);
  const rules = rulesCode(agreement);
  return `/** The agreement that this engine was made from. */\nexport const agreement: AgreementInfo = ${info},\n  hash,\n  "rules": ${rules}\n};`;
}

/** A line for each rule: the places of its kind and file, how far below the one before in the file, and why. */
function rulesCode(agreement: Agreement): string {
  const rules = Object.entries(rulesOf(agreement));
  const kinds = [...new Set(rules.map(([, { kind }]) => kind))];
  const files = [...new Set(rules.map(([, { file }]) => file))];
  const last = new Map<string, number>();
  const rows = rules.map(([id, { kind, file, line, because }]) => {
    const below = line - (last.get(file) ?? 0);
    last.set(file, line);
    const row = [kinds.indexOf(kind), files.indexOf(file), below, ...(because === null ? [] : [because])];
    return `\n    ${literal(id)}: ${literal(row)},`;
  });
  const table = `{${rows.join('')}${rows.length > 0 ? '\n  ' : ''}}`;
  return `/* @__PURE__ */ ruleInfos(${literal(kinds)}, ${literal(files)}, ${table}) as AgreementInfo['rules']`;
}

export function infoTypes(agreement: Agreement): string {
  return `/** What has a reason: rules, rows, transitions, promises and notices. */
export type RuleInfoId =${union(Object.keys(rulesOf(agreement)))};

/** Where a rule stands in the agreement, and why. */
export interface RuleInfo {
  readonly kind: string;
  readonly file: string;
  readonly line: number;
  readonly because: string | null;
}

/** The agreement that the engine was made from. */
export interface AgreementInfo {
  readonly name: string;
  readonly title: string;
  readonly summary: string | null;
  /** SHA-256 of the compiled agreement: the same meaning has the same hash. */
  readonly hash: string;
  readonly ir_version: number;
  readonly currency: string;
  readonly time_zone: string;
  readonly effective_from: string;
  readonly review_by: string;
  readonly parties: readonly { readonly id: string; readonly title: string; readonly head: string }[];
  readonly stages: Readonly<
    Record<
      StageId,
      {
        readonly title: string;
        readonly definition: string;
        readonly not: string | null;
        readonly owner: string | null;
        readonly exit: boolean;
      }
    >
  >;
  readonly terms: Readonly<
    Record<string, { readonly title: string; readonly means: string; readonly not: string | null }>
  >;
  readonly rules: Readonly<Record<RuleInfoId, RuleInfo>>;
}`;
}

function infoOf(agreement: Agreement): object {
  const { name, title, summary, ir_version, currency, time_zone, effective_from, review_by } = agreement;
  return {
    name,
    title,
    summary,
    ir_version,
    currency,
    time_zone,
    effective_from,
    review_by,
    parties: agreement.parties.map(({ id, title, head }) => ({ id, title, head })),
    stages: Object.fromEntries(
      agreement.stages.map(({ id, title, definition, not, owner, exit }) => [
        id,
        { title, definition, not, owner, exit },
      ]),
    ),
    terms: Object.fromEntries(
      agreement.terms.map(({ id, title, means, not }) => [id, { title, means, not }]),
    ),
  };
}

function rulesOf(agreement: Agreement): Readonly<Record<string, RuleInfo>> {
  const { scores, grades, transitions, routing, promises, notices } = agreement;
  const rules = [
    ...scores.flatMap(({ rules }) => rules),
    ...(grades?.rows ?? []),
    ...(grades?.otherwise ? [otherwise('grades_otherwise', grades)] : []),
    ...transitions,
    ...(routing?.rows ?? []),
    ...(routing?.otherwise ? [otherwise('routing_otherwise', routing)] : []),
    ...promises,
    ...notices.map((notice) => ({ ...notice, because: null })),
  ];
  return Object.fromEntries(
    rules.map(({ id, kind, span: { file, line }, because }) => [id, { kind, file, line, because }]),
  );
}

function otherwise(id: string, { span }: { readonly span: SourceSpan }) {
  return { id, kind: 'otherwise', because: null, span };
}
