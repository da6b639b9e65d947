import { isRecord } from './address.ts';
import { readControl, writeControl } from './controls.ts';
import { addEvent, readEvent, sortEvents } from './timeline.ts';
import type { Case, ZoneTable } from './types.ts';

/** The playground's form, and the zone in which its moments are meant. */
export interface PlayForm {
  readonly form: HTMLFormElement;
  readonly timeline: HTMLElement;
  readonly zone: ZoneTable;
}

const controlsOf = ({ form }: PlayForm) =>
  Array.from(form.querySelectorAll<HTMLElement>('.control[data-field]'));

const asOf = 'as_of';

/** What the form says now. */
export function readForm(play: PlayForm): Case {
  const values = controlsOf(play).map(
    (control) => [control.dataset['field'] ?? '', readControl(control, play.zone)] as const,
  );
  const at = values.find(([id]) => id === asOf)?.[1];
  const lead = {
    id: 'lead',
    ...Object.fromEntries(values.filter(([id, value]) => id !== asOf && value !== null)),
    events: Array.from(play.timeline.children, (item) => readEvent(item, play.zone)),
  };
  return { asOf: typeof at === 'number' ? at : null, lead };
}

/** Shows a case; says the names that the form has no place for. */
export function fillForm(play: PlayForm, { asOf: at, lead }: Case): readonly string[] {
  const fields = new Set(['id', 'events']);
  for (const control of controlsOf(play)) {
    const id = control.dataset['field'] ?? '';
    fields.add(id);
    writeControl(control, play.zone, id === asOf ? at : Object.hasOwn(lead, id) ? lead[id] : null);
  }
  play.timeline.replaceChildren();
  const events: readonly unknown[] = Array.isArray(lead['events']) ? lead['events'] : [];
  const strange = events.filter((event) => !isRecord(event) || addEvent(play, event) === null);
  sortEvents(play);
  return [
    ...Object.keys(lead).filter((id) => !fields.has(id)),
    ...strange.map((event) => (isRecord(event) ? String(event['event']) : 'an event')),
  ];
}
