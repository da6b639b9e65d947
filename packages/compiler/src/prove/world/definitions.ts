import { type Context, type Formula, supportOf, type Variable } from '@smarketing/logic';

/** What a variable stands for. It is only asked for where a formula speaks of the variable. */
export interface Definition {
  readonly axioms: readonly Formula[];
  /** Holds of the leads that are made; others may be as real, but it is not known how to make them. */
  readonly tidy: readonly Formula[];
  /** The same of leads that are less likely to be right. */
  readonly rough: readonly Formula[];
  /** Where one lead is not right, another one is tried that differs in one of these. */
  readonly tells?: readonly Formula[];
}

/** The definitions of variables that are not simply classes of fields and events. */
export interface Definitions {
  readonly define: (variables: readonly Variable[], definition: Definition) => void;
  /** The axioms and the restrictions to leads that are made, of all that a formula speaks of. */
  readonly behind: (formula: Formula) => Behind;
}

export interface Behind extends Readonly<Record<'axioms' | 'tidy' | 'rough', Formula>> {
  readonly tells: readonly Formula[];
}

export function createDefinitions(logic: Context): Definitions {
  const byVariable = new Map<Variable, Definition>();
  const direct = new Map<Definition | Formula, readonly Definition[]>();
  const spokenOf = (key: Definition | Formula, formulas: readonly Formula[]): readonly Definition[] => {
    const known = direct.get(key);
    if (known) return known;
    const found = supportOf(formulas).variables.flatMap((variable) => byVariable.get(variable) ?? []);
    const once = [...new Set(found)];
    direct.set(key, once);
    return once;
  };
  return {
    define: (variables, definition) => {
      for (const variable of variables) byVariable.set(variable, definition);
    },
    behind: (formula) => {
      const all = new Set<Definition>();
      const open = [...spokenOf(formula, [formula])];
      for (let next = open.pop(); next; next = open.pop()) {
        if (all.has(next)) continue;
        all.add(next);
        open.push(...spokenOf(next, [...next.axioms, ...next.tidy, ...next.rough]));
      }
      const join = (of: 'axioms' | 'tidy' | 'rough'): Formula =>
        logic.and(...[...all].flatMap((one) => one[of]));
      return {
        axioms: join('axioms'),
        tidy: join('tidy'),
        rough: join('rough'),
        tells: [...all].flatMap(({ tells = [] }) => tells),
      };
    },
  };
}
