import type { Book } from '@smarketing/compiler/words';
import type { Base } from './base.ts';
import { answers, assumptions, people, promises, volumes } from './forecast-sliders.ts';
import { points, thresholds } from './rule-sliders.ts';
import type { Slider } from './slider.ts';

export interface SliderGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly sliders: readonly Slider[];
}

/** What can be moved, in groups; those that an agreement has nothing for are left out. */
export function slidersOf(book: Book, base: Base): readonly SliderGroup[] {
  const groups: readonly SliderGroup[] = [
    {
      id: 'thresholds',
      title: 'Thresholds',
      about: 'From how many points on a lead is in a band, or goes on to a stage.',
      sliders: thresholds(book),
    },
    {
      id: 'points',
      title: 'Points',
      about: 'The rules that give the most points to the leads that are expected.',
      sliders: points(book, base),
    },
    {
      id: 'response',
      title: 'Response times',
      about: 'What the promises say, and how fast people decide about a lead that they have begun with.',
      sliders: [...promises(base), ...answers(book, base)],
    },
    { id: 'people', title: 'People', about: 'How many work at each desk.', sliders: people(base) },
    { id: 'volumes', title: 'Leads', about: 'How many come from each source.', sliders: volumes(book, base) },
  ];
  const taken = new Set(groups.flatMap(({ sliders }) => sliders.map(({ name }) => name)));
  const assumed: SliderGroup = {
    id: 'assumptions',
    title: 'Assumptions',
    about: 'What the forecast knows least and depends on most. Moving one is a supposition, not a proposal.',
    sliders: assumptions(book, base, taken),
  };
  return [...groups, assumed].filter(({ sliders }) => sliders.length > 0);
}
