import { fromWall, toWall } from './clock.ts';
import type { ZoneTable } from './types.ts';
import { instantOf } from './values.ts';

/**
 * A control cannot show every value: not a text of two lines, not which of two equal hours. It keeps such a value as it
 * was given until somebody changes what it shows.
 */
const kept = new WeakMap<Element, { readonly shown: string; readonly value: unknown }>();

/** What a control holds, as an engine takes it; `null` is missing. What is no number stays as it was typed. */
export function readControl(control: HTMLElement, zone: ZoneTable): unknown {
  const value = shownValue(control, zone);
  const was = kept.get(control);
  return was !== undefined && was.shown === JSON.stringify(value) ? was.value : value;
}

/** Shows a value, or nothing for a missing one. */
export function writeControl(control: HTMLElement, zone: ZoneTable, value: unknown): void {
  show(control, zone, value);
  const shown = shownValue(control, zone);
  if (isSame(control, shown, value ?? null)) kept.delete(control);
  else kept.set(control, { shown: JSON.stringify(shown), value });
}

const typeOf = (control: HTMLElement) => control.dataset['type'];

function isSame(control: HTMLElement, shown: unknown, value: unknown): boolean {
  if (typeOf(control) === 'moment' && shown !== null) return shown === instantOf(value);
  return JSON.stringify(shown) === JSON.stringify(value);
}

const inputsOf = (control: HTMLElement) => Array.from(control.querySelectorAll('input'));

function inputOf(control: HTMLElement): HTMLInputElement | HTMLSelectElement {
  const input = control.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
  if (input === null) throw new Error('A control without an input');
  return input;
}

/** The checkbox that says that none of the options is chosen, which is not the same as not knowing. */
const noneOf = '';

function shownValue(control: HTMLElement, zone: ZoneTable): unknown {
  if (typeOf(control) === 'choices') {
    const chosen = inputsOf(control)
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
    return chosen.length === 0 ? null : chosen.filter((value) => value !== noneOf);
  }
  const { value } = inputOf(control);
  if (value === '') return null;
  switch (typeOf(control)) {
    case 'flag':
      return value === 'yes';
    case 'moment':
      return fromWall(zone, value);
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percent':
      return /^-?\d+(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : value;
    default:
      return value;
  }
}

function show(control: HTMLElement, zone: ZoneTable, value: unknown): void {
  if (typeOf(control) === 'choices') {
    const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
    const isNone = Array.isArray(value) && chosen.length === 0;
    for (const input of inputsOf(control))
      input.checked = input.value === noneOf ? isNone : chosen.includes(input.value);
    return;
  }
  inputOf(control).value = textOf(typeOf(control), zone, value);
}

function textOf(type: string | undefined, zone: ZoneTable, value: unknown): string {
  if (type === 'flag' && typeof value === 'boolean') return value ? 'yes' : 'no';
  if (type === 'moment') {
    const at = instantOf(value);
    return Number.isFinite(at) ? toWall(zone, at) : '';
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
