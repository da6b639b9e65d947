import type { Agreement, Decision, Field } from '@smarketing/compiler/ir';
import { fewest, type Segment, told } from './data.ts';

/** What is counted of the leads of a segment. */
interface Count {
  leads: number;
  changed: number;
  handed: [number, number];
}

export interface Segmented {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly was: Decision;
  readonly isChanged: boolean;
  /** Whether each version hands it over. */
  readonly handed: readonly [boolean, boolean];
}

/** Counts leads by the options of their fields that are not personal, by persona and by grade. */
export function segmentsOf({ fields, personas }: Pick<Agreement, 'fields' | 'personas'>): {
  readonly add: (lead: Segmented) => void;
  readonly result: () => readonly Segment[];
} {
  const asked: readonly By[] = [
    ...fields.filter(({ type, personal }) => type === 'choice' && !personal).map(byField),
    byPersona(personas),
    byGrade,
  ];
  const counts = asked.map(() => new Map<string | null, Count>());
  return {
    add: (lead) => {
      for (const [at, { valueOf }] of asked.entries()) {
        const value = valueOf(lead);
        const count = counts[at]?.get(value) ?? { leads: 0, changed: 0, handed: [0, 0] };
        count.leads += 1;
        count.changed += Number(lead.isChanged);
        count.handed[0] += Number(lead.handed[0]);
        count.handed[1] += Number(lead.handed[1]);
        counts[at]?.set(value, count);
      }
    },
    result: () =>
      asked.flatMap(({ title, words }, at) =>
        [...(counts[at] ?? [])]
          .filter(([, { leads }]) => leads >= fewest)
          .map(([value, { leads, changed, handed }]): Segment => ({
            by: title,
            value: value === null ? 'none' : words(value),
            leads,
            changed: told(changed),
            handed: [told(handed[0]), told(handed[1])],
          })),
      ),
  };
}

interface By {
  readonly title: string;
  readonly valueOf: (lead: Segmented) => string | null;
  readonly words: (value: string) => string;
}

function byField({ id, label, options }: Field): By {
  const labels = new Map(options?.map((option) => [option.id, option.label]));
  return {
    title: label,
    valueOf: ({ fields }) => {
      const value = fields[id];
      return typeof value === 'string' ? value : null;
    },
    words: (value) => labels.get(value) ?? value,
  };
}

function byPersona(personas: Agreement['personas']): By {
  const titles = new Map(personas.map(({ id, title }) => [id, title]));
  return {
    title: 'Persona',
    valueOf: ({ was }) => was.persona,
    words: (value) => titles.get(value) ?? value,
  };
}

const byGrade: By = { title: 'Grade', valueOf: ({ was }) => was.grade, words: (value) => value };
