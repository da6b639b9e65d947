import { found } from '../../found.ts';
import type { EventType, Field, InForce, Subject } from '../../ir/types.ts';
import { checkedId } from '../encode/name.ts';
import { numeral } from '../encode/typescript.ts';
import { and } from './code.ts';
import { expression, type Reading, type Scope } from './condition.ts';
import type { Model } from './model.ts';
import type { TallyPlan } from './tallies.ts';

/** Conditions on the lead: `lead`, `asOf`, `known` and `tally` are in reach. */
export function leadScope(model: Model, plan: TallyPlan): Scope {
  return {
    read: (subject) => readSubject(subject, model),
    count: (test) => `tally.${plan.test(test)}`,
    latest: (test) => `tally.${plan.test(test)}`,
  };
}

/** Conditions on the properties of an event of one type: `event` and `lead` are in reach. */
export function eventScope(model: Model, type: EventType): Scope {
  return {
    read: (subject) => {
      if (subject.kind === 'property') return readProperty(type, subject.id);
      return subject.kind === 'field' ? readSubject(subject, model) : unplanned();
    },
    count: unplanned,
    latest: unplanned,
  };
}

function unplanned(): never {
  throw new TypeError('only tests of properties and fields can stand among the tests of an event');
}

/** Whether something is there at `asOf`. */
export function inForce(span: InForce | null): string {
  return and([
    span === null || span.from === null ? 'true' : `asOf >= ${numeral(span.from)}`,
    span === null || span.until === null ? 'true' : `asOf < ${numeral(span.until)}`,
  ]);
}

/** In force, and its condition holds. */
export function applies(
  rule: {
    readonly in_force: InForce | null;
    readonly when: Parameters<typeof expression>[0];
  },
  scope: Scope,
): string {
  return and([inForce(rule.in_force), expression(rule.when, scope)]);
}

function readSubject(subject: Subject, model: Model): Reading | null {
  const plain = { decimals: 0, size: 0, optional: false };
  switch (subject.kind) {
    case 'field':
      if (subject.id === 'created_at') return { ...plain, value: 'lead.created_at' };
      return readField('lead', found(model.fields, subject.id));
    case 'score':
      return {
        ...plain,
        value: `known._points_${checkedId(subject.id)}`,
        bands: found(model.scores, subject.id).bands,
      };
    case 'stage':
      return { ...plain, value: 'known.stage' };
    case 'persona':
    case 'grade':
      return { ...plain, optional: true, value: `known.${subject.kind}` };
    default:
      return null; // nothing that a lead has
  }
}

function readProperty(type: EventType, id: string): Reading | null {
  const property = type.properties.find((field) => field.id === id);
  if (property === undefined) return null;
  const reading = readField('event.properties', property);
  return { ...reading, folded: `event.folded.${checkedId(id)}` };
}

function readField(holder: string, { id, decimals, min, max, required }: Field): Reading {
  return {
    value: `${holder}.${checkedId(id)}`,
    folded: `lead.folded.${checkedId(id)}`,
    optional: !required,
    decimals,
    size: Math.max(Math.abs(min ?? 0), Math.abs(max ?? 0)),
  };
}
