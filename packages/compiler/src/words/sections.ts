import type { Condition, Group, LeadRule, Rule, Score } from '../ir/types.ts';
import type { Book } from './book.ts';
import { conditionLines, conditionWords } from './condition.ts';
import { say, upperFirst, type Phrase } from './phrase.ts';
import { limitsOf, ruleAsks } from './scoring.ts';

/** Rules that are shown together: those without a group, those of a group, those of a table. */
export interface Section {
  readonly id: string;
  readonly title: string | null;
  readonly notes: readonly Phrase[];
  readonly rules: readonly { readonly rule: Rule; readonly asks: readonly Phrase[] }[];
}

/** The rules of a score as they are read: first those that stand alone, then groups, then tables. */
export function ruleSections(book: Book, score: Score): readonly Section[] {
  const free = score.rules.filter((rule) => tableOf(rule) === null);
  const asked = (rules: readonly Rule[]) => rules.map((rule) => ({ rule, asks: ruleAsks(book, rule) }));
  const sections = [
    { id: 'rules', title: null, notes: [], rules: asked(free.filter(({ group }) => group === null)) },
    ...score.groups.map((group) => ({
      id: `group-${group.id}`,
      title: nameOf(group.id),
      notes: groupNotes(book, group, score.decimals),
      rules: asked(free.filter((rule) => rule.group === group.id)),
    })),
    ...tableSections(book, score),
  ];
  return sections.filter(({ rules }) => rules.length > 0);
}

const tableOf = (rule: Rule): string | null => (rule.kind === 'lead_rule' ? rule.table : null);

const nameOf = (id: string): string => upperFirst(id.replaceAll('_', ' '));

function groupNotes(book: Book, group: Group, decimals: number): readonly Phrase[] {
  const limits = limitsOf(group, decimals);
  return [
    ...(limits === null ? [] : [[`${limits} together`]]),
    ...(group.when === null ? [] : [say('only where ', conditionWords(book, group.when, 'it '))]),
  ];
}

function tableSections(book: Book, { rules }: Score): readonly Section[] {
  const rows = rules.filter((rule): rule is LeadRule & { table: string } => tableOf(rule) !== null);
  return [...Map.groupBy(rows, ({ table }) => table)].map(([table, all]) => {
    const { conditions, isFirst } = ownConditions(all);
    const note = isFirst ? 'the first row that holds gives its points' : 'one row at most holds';
    return {
      id: `table-${table}`,
      title: nameOf(table),
      notes: [[note]],
      rules: all.map((rule, i) => ({
        rule,
        asks:
          rule.id === `${table}_otherwise` ? [['otherwise']] : conditionLines(book, conditions[i] ?? null),
      })),
    };
  });
}

/**
 * What each row asks itself. In a table whose first row counts, the compiler has added to each that no row above it
 * holds; the reader sees that from the order.
 */
function ownConditions(rows: readonly LeadRule[]): {
  readonly conditions: readonly (Condition | null)[];
  readonly isFirst: boolean;
} {
  const conditions: (Condition | null)[] = [];
  let isFirst = false;
  for (const { when } of rows) {
    const own = withoutAbove(when, conditions);
    isFirst ||= own !== when;
    conditions.push(own);
  }
  return { conditions, isFirst };
}

function withoutAbove(when: Condition | null, above: readonly (Condition | null)[]): Condition | null {
  if (when?.kind !== 'all' || when.of.length !== 2) return when;
  const [none, own] = when.of;
  if (none?.kind !== 'not' || none.of.kind !== 'any' || own === undefined) return when;
  return JSON.stringify(none.of.of) === JSON.stringify(above) ? own : when;
}
