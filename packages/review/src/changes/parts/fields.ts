import type { Field } from '@smarketing/compiler/ir';
import { type Book, fieldWords } from '@smarketing/compiler/words';
import type { Found, HarderFor } from '../change.ts';
import {
  type Aspect,
  findItemChanges,
  type Kind,
  type Sides,
  type Told,
  wasAndIs,
  wording,
} from '../items.ts';
import { quotedList } from '../words/phrases.ts';

/** Fields of leads, or of what is known of an event. */
function kindOf(name: (field: Field) => string, of: string): Kind<Field> {
  return {
    part: 'field',
    name,
    added: ({ required }) => {
      const known = required ? ' and must be known of each' : '';
      return required
        ? { level: 'breaking', harderFor: 'marketing', more: known }
        : { level: 'notable', harderFor: 'nobody' };
    },
    removed: () => ({ level: 'breaking', harderFor: 'nobody' }),
    renamed: () => ({ level: 'breaking', harderFor: 'nobody' }),
    aspects: [...typeAspects(name, of), options(name), ...textAspects(name)],
  };
}

function typeAspects(name: (field: Field) => string, of: string): readonly Aspect<Field>[] {
  return [
    {
      of: ({ type, decimals }) => [type, decimals],
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${name(after)} holds something else: ${after.type}; before: ${before.type}.`,
        level: 'breaking',
        harderFor: 'nobody',
      }),
    },
    {
      of: ({ required }) => required,
      tell: ({ after }) =>
        after.required
          ? {
              verb: 'tightened',
              says: `${name(after)} must be known of each ${of}.`,
              level: 'breaking',
              harderFor: 'marketing',
            }
          : {
              verb: 'loosened',
              says: `${name(after)} may be missing.`,
              level: 'notable',
              harderFor: 'sales',
            },
    },
    {
      of: ({ min, max, max_length: length }) => [min, max, length],
      tell: ({ before, after }, sides) => {
        const isWider = contains(after, before);
        const [was, is] = [wordsOf(before, sides.before), wordsOf(after, sides.after)];
        return {
          verb: isWider ? 'widened' : 'narrowed',
          says: `${name(after)} takes other values: ${is}; before: ${was}.`,
          level: isWider ? 'notable' : 'breaking',
          harderFor: 'nobody',
        };
      },
    },
    {
      of: ({ personal }) => personal,
      tell: ({ after }) => ({
        verb: 'changed',
        says: `${name(after)} is ${after.personal ? 'now' : 'no longer'} kept out of comments, logs and the site.`,
        level: 'notable',
        harderFor: 'both',
      }),
    },
  ];
}

const wordsOf = (field: Field, { agreement }: Book): string => fieldWords(field, agreement.currency);

const least = (field: Field): number => field.min ?? -Infinity;

const most = (field: Field): number => field.max ?? Infinity;

const longest = (field: Field): number => field.max_length ?? Infinity;

function contains(wide: Field, narrow: Field): boolean {
  return least(wide) <= least(narrow) && most(wide) >= most(narrow) && longest(wide) >= longest(narrow);
}

function options(name: (field: Field) => string): Aspect<Field> {
  return {
    of: (field) => field.options,
    tell: ({ before, after }): readonly Told[] => {
      const [was, is] = [before, after].map(
        (field) => new Map(field.options.map(({ id, label }) => [id, label])),
      );
      const come = after.options.filter(({ id }) => !was?.has(id)).map(({ label }) => label);
      const gone = before.options.filter(({ id }) => !is?.has(id)).map(({ label }) => label);
      const said = after.options.filter(({ id, label }) => (was?.get(id) ?? label) !== label);
      const nobody: HarderFor = 'nobody';
      const told: Told[] = [];
      if (gone.length > 0)
        told.push({
          verb: 'narrowed',
          says: `${name(after)} no longer has ${quotedList(gone)}.`,
          level: 'breaking',
          harderFor: nobody,
        });
      if (come.length > 0)
        told.push({
          verb: 'widened',
          says: `${name(after)} can also be ${quotedList(come)}.`,
          level: 'notable',
          harderFor: nobody,
        });
      if (said.length > 0)
        told.push({
          verb: 'reworded',
          says: `${name(after)} has other words for its options: ${said.map(({ id, label }) => `“${label}” (before: “${was?.get(id) ?? id}”)`).join(', ')}.`,
          level: 'wording',
          harderFor: nobody,
        });
      if (told.length === 0)
        told.push({
          verb: 'reworded',
          says: `${name(after)} lists its options in another order.`,
          level: 'wording',
          harderFor: nobody,
        });
      return told;
    },
  };
}

function textAspects(name: (field: Field) => string): readonly Aspect<Field>[] {
  return [
    {
      of: ({ label }) => label,
      tell: ({ before, after }) => ({
        verb: 'reworded',
        says: `${name(before)} is now labelled “${after.label}”.`,
        ...wasAndIs(before.label, after.label),
        level: 'wording',
        harderFor: 'nobody',
      }),
    },
    wording('what it means', ({ means }) => means, name),
    wording('the unit', ({ unit }) => unit, name),
  ];
}

/** Changes of what is known of leads. */
export function findFieldChanges(sides: Sides): readonly Found[] {
  const kind = kindOf(({ label }) => `The field “${label}”`, 'lead');
  const { before, after } = sides;
  return findItemChanges(sides, { before: before.agreement.fields, after: after.agreement.fields }, kind);
}

/** Changes of what is known of an event. */
export function findPropertyChanges(
  sides: Sides,
  event: string,
  lists: { readonly before: readonly Field[]; readonly after: readonly Field[] },
): readonly Found[] {
  const kind = kindOf(({ label }) => `“${label}” of the event “${event}”`, 'such event');
  return findItemChanges(sides, lists, kind);
}
