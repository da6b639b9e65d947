import type { Persona } from '@smarketing/compiler/ir';
import { whenAspect } from '../aspects.ts';
import type { Found } from '../change.ts';
import { findItemChanges, type Kind, type Sides, wording } from '../items.ts';
import { findOrderChange } from '../order.ts';

const name = ({ title }: Persona): string => `The persona “${title}”`;

const personas: Kind<Persona> = {
  part: 'persona',
  name,
  added: () => ({ level: 'notable', harderFor: 'nobody' }),
  removed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  renamed: () => ({ level: 'breaking', harderFor: 'nobody' }),
  aspects: [
    whenAspect(name, { wider: () => 'nobody', narrower: () => 'nobody' }),
    {
      of: ({ title }) => title,
      tell: ({ before, after }) => ({
        verb: 'renamed',
        says: `The persona “${before.title}” is now called “${after.title}”.`,
        level: 'notable',
        harderFor: 'nobody',
      }),
    },
    wording('who it is', ({ who }) => who, name),
    wording('which personas go before it', ({ gives_way_to: ways }) => ways, name),
    wording('goals, pains and questions', ({ goals, pains, questions }) => [goals, pains, questions], name),
    wording('what it needs in the stages', ({ needs }) => needs, name),
  ],
};

/** Changes of the personas. */
export function findPersonaChanges(sides: Sides): readonly Found[] {
  const lists = { before: sides.before.agreement.personas, after: sides.after.agreement.personas };
  const order = {
    part: 'persona',
    about: 'personas',
    says: 'The personas are tried in another order.',
    name,
    does: 'is tried',
    level: 'notable',
    harderFor: 'nobody',
  } as const;
  return [...findItemChanges(sides, lists, personas), ...findOrderChange(sides, lists, order)];
}
