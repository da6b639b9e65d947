import { isRecord } from './address.ts';
import { readControl, writeControl } from './controls.ts';
import type { PlayForm } from './form.ts';
import type { ZoneTable } from './types.ts';
import { instantOf } from './values.ts';

const controlsOf = (item: Element) => Array.from(item.querySelectorAll<HTMLElement>('.control'));

const atControl = (item: Element) => item.querySelector<HTMLElement>('.control[data-property="at"]');

/** Adds an event of the agreement to the timeline; `null` where the agreement has none of this name. */
export function addEvent(
  { form, timeline, zone }: PlayForm,
  event: Readonly<Record<string, unknown>>,
): Element | null {
  const name = String(event['event']);
  const template = Array.from(form.querySelectorAll('template')).find(
    ({ dataset }) => dataset['event'] === name,
  );
  const item = template?.content.firstElementChild?.cloneNode(true);
  if (!(item instanceof HTMLElement)) return null;
  if (typeof event['id'] === 'string') item.dataset['id'] = event['id'];
  const properties = isRecord(event['properties']) ? event['properties'] : {};
  for (const control of controlsOf(item)) {
    const { property = '' } = control.dataset;
    writeControl(control, zone, property === 'at' ? event['at'] : properties[property]);
  }
  timeline.append(item);
  return item;
}

/** An event of the timeline as an engine takes it. */
export function readEvent(item: Element, zone: ZoneTable): Readonly<Record<string, unknown>> {
  const { event, id } = item instanceof HTMLElement ? item.dataset : {};
  const values = controlsOf(item).map(
    (control) => [control.dataset['property'] ?? '', readControl(control, zone)] as const,
  );
  const properties = Object.fromEntries(values.filter(([name, value]) => name !== 'at' && value !== null));
  return {
    ...(id !== undefined && { id }),
    event,
    at: values.find(([name]) => name === 'at')?.[1] ?? null,
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

/** Puts the events in time order; those of one moment, and those without, stay as they stand. Focus is kept. */
export function sortEvents({ timeline, zone }: PlayForm): void {
  const focused = document.activeElement;
  const at = (item: Element) => {
    const control = atControl(item);
    const value = control === null ? null : readControl(control, zone);
    return value === null ? Infinity : instantOf(value);
  };
  const items = Array.from(timeline.children);
  const sorted = items.toSorted((a, b) => (at(a) < at(b) ? -1 : Number(at(a) > at(b))));
  if (items.every((item, i) => item === sorted[i])) return;
  timeline.append(...sorted);
  if (focused instanceof HTMLElement && timeline.contains(focused)) focused.focus();
}
