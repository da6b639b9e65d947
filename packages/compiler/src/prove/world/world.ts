import { Context, type Formula } from '@smarketing/logic';
import type { Agreement, Condition, Field } from '../../ir/types.ts';
import { type Cells, createCells } from '../events/cells.ts';
import { createEntry, type Entry, entryAxioms, entryBoundsOf } from '../events/entry.ts';
import { orderAxioms } from '../events/order.ts';
import { sinceAxioms } from '../events/since.ts';
import { type Told, toldOf } from '../events/types.ts';
import { edgesOfLevels, usesOf } from '../events/uses.ts';
import { choiceModel } from '../fields/choice.ts';
import { choicesModel } from '../fields/choices.ts';
import type { FieldModel } from '../fields/model.ts';
import { numberModel } from '../fields/number.ts';
import { textModel } from '../fields/text.ts';
import { type AsOf, asOfModel } from '../times/as-of.ts';
import { type DatedModel, datedModel } from '../times/dated-model.ts';
import { type Dated, datedOf } from '../times/dated.ts';
import { askedOf, type Simple, simpleTests, type Test } from './asked.ts';
import { createDefinitions, type Definitions } from './definitions.ts';
import { type Edges, edgesIn } from './edges.ts';

/** All leads that an agreement can meet, as classes that it cannot tell apart. */
export interface World {
  readonly agreement: Agreement;
  readonly logic: Context;
  /** What holds of every lead. */
  readonly axioms: readonly Formula[];
  readonly asOf: AsOf;
  readonly fields: ReadonlyMap<string, FieldModel>;
  readonly created: DatedModel;
  readonly told: ReadonlyMap<string, Told>;
  readonly cells: Cells;
  readonly entry: Entry;
  readonly definitions: Definitions;
  /** The points of each score from which on something that is asked of it holds or ends, in any version. */
  readonly edges: Edges;
}

export interface WorldOptions {
  /** Conditions that are asked about besides those of the agreement. */
  readonly more?: readonly Condition[];
  /** Other versions of the agreement, of the same vocabulary and with the same stages. */
  readonly versions?: readonly Agreement[];
}

export function createWorld(agreement: Agreement, { more = [], versions = [] }: WorldOptions = {}): World {
  const logic = new Context();
  const all = [agreement, ...versions];
  const tests = simpleTests([...more, ...all.flatMap(askedOf)]);
  const uses = all.flatMap((version) => usesOf(version, tests));
  const bounds = new Map<string, number[]>();
  for (const use of uses)
    for (const id of use.events) bounds.set(id, [...(bounds.get(id) ?? []), ...use.bounds]);
  const entryBounds = entryBoundsOf(all, uses, (event) => bounds.get(event) ?? []);
  const created = createdOf(all, testsOf(tests, 'created_at'), entryBounds);
  const dated = agreement.fields
    .filter(isDated)
    .map((field) => ({ field, dated: datedOf(field, testsOf(tests, field.id)) }));
  const asOf = asOfModel(logic, all, [created, ...dated.map((one) => one.dated)]);
  const fields = new Map<string, FieldModel>();
  for (const field of agreement.fields) {
    const days = dated.find((one) => one.field === field)?.dated;
    fields.set(
      field.id,
      days
        ? datedModel(logic, { dated: days, asOf, required: field.required })
        : plainModel(logic, field, testsOf(tests, field.id)),
    );
  }
  const createdModel = datedModel(logic, { dated: created, asOf, required: true });
  const told = toldOf(agreement, uses, entryBounds);
  const definitions = createDefinitions(logic);
  const cells = createCells(logic, told, definitions);
  const entry = createEntry(logic, agreement, entryBounds);
  const axioms = [
    ...[...fields.values(), createdModel].flatMap((model) => model.axioms),
    ...entryAxioms(logic, {
      agreement,
      entry,
      cells,
      told,
      created: { dated: created, model: createdModel },
    }),
    ...sinceAxioms(logic, { cells }),
    ...orderAxioms(logic, { agreement, cells, entry }),
  ];
  return {
    agreement,
    logic,
    axioms,
    asOf,
    fields,
    created: createdModel,
    told,
    cells,
    entry,
    definitions,
    edges: edgesIn(all, tests),
  };
}

function isDated({ type }: Field): boolean {
  return type === 'date' || type === 'moment';
}

function testsOf(tests: readonly Simple[], id: string): readonly Test[] {
  return tests.filter(
    (test): test is Test => 'subject' in test && test.subject.kind === 'field' && test.subject.id === id,
  );
}

function plainModel(logic: Context, field: Field, tests: readonly Test[]): FieldModel {
  switch (field.type) {
    case 'choice':
    case 'flag':
      return choiceModel(logic, field, tests);
    case 'choices':
      return choicesModel(logic, field, tests);
    case 'text':
      return textModel(logic, field, tests);
    default:
      return numberModel(logic, field, tests);
  }
}

/** Ages of creation: those asked about, those at which idle spans are complete, and those of the entry. */
function createdOf(
  versions: readonly Agreement[],
  tests: readonly Test[],
  entryBounds: readonly number[],
): Dated {
  const rules = versions.flatMap(({ scores }) => scores.flatMap((score) => score.rules));
  const idle = rules.flatMap((rule) => (rule.kind === 'idle_rule' ? edgesOfLevels(rule) : []));
  const starts = entryBounds.map((bound) => bound + 1);
  return datedOf({ id: 'created_at', type: 'moment' }, tests, [0, ...idle, ...starts]);
}
