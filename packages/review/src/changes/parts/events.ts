import type { EventType } from '@smarketing/compiler/ir';
import { eventSources } from '@smarketing/compiler/words';
import type { Found } from '../change.ts';
import { findItemChanges, type Kind, matched, type Sides, wording } from '../items.ts';
import { findPropertyChanges } from './fields.ts';

const name = ({ label }: EventType): string => `The event “${label}”`;

const events: Kind<EventType> = {
  part: 'event',
  name,
  added: () => ({ level: 'notable', harderFor: 'nobody' }),
  removed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  renamed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  aspects: [
    {
      of: ({ by }) => by,
      tell: ({ before, after }) => ({
        verb: 'changed',
        says: `${name(after)} comes from somebody else: ${eventSources[after.by]}; before: ${eventSources[before.by]}.`,
        level: 'notable',
        harderFor: after.by === 'sales' || after.by === 'marketing' ? after.by : 'nobody',
      }),
    },
    wording('the label', ({ label }) => label, name),
    wording('what it means', ({ means }) => means, name),
  ],
};

/** Changes of what can happen; those of what is known of an event are told one by one. */
export function findEventChanges(sides: Sides): readonly Found[] {
  const [before, after] = [sides.before, sides.after].map(({ agreement }) =>
    agreement.events.filter(({ enters }) => enters === null),
  );
  const lists = { before: before ?? [], after: after ?? [] };
  const plain = { before: lists.before.map(withoutProperties), after: lists.after.map(withoutProperties) };
  const properties = matched(lists).kept.flatMap((pair) =>
    findPropertyChanges(sides, pair.after.label, {
      before: pair.before.properties,
      after: pair.after.properties,
    }).map((found) => ({ ...found, about: `${pair.after.id}.${found.about}` })),
  );
  return [...findItemChanges(sides, plain, { ...events, essence: withoutName(lists) }), ...properties];
}

function withoutProperties(event: EventType): EventType {
  return { ...event, properties: [] };
}

/** Events are one, renamed, if also the same is known of them. */
function withoutName(lists: {
  readonly before: readonly EventType[];
  readonly after: readonly EventType[];
}): (event: EventType) => unknown {
  return ({ id, by, label }) => {
    const properties = [...lists.before, ...lists.after].find((one) => one.id === id)?.properties;
    return [by, label, properties];
  };
}
