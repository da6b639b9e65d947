import { applySettings, type Model, type Parameter, readSetting, type Setting } from '@smarketing/simulator';
import { type Edit, type Sources, unifiedDiff, type Written } from './patch.ts';
import { simulated } from './sizes.ts';

/** Where the numbers that can be moved stand in the files of the agreement. */
export interface Places {
  /** By name: what is to be written anew; none where that cannot be said. */
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
  readonly sources: Sources;
}

/**
 * The change of the files that settings propose, and the settings that have no place in them. Throws a `SettingError` for settings
 * that cannot be together.
 */
export function patchOf(
  model: Model,
  { edits, sources }: Places,
  settings: readonly string[],
): { readonly diff: string; readonly without: readonly string[] } {
  const read = settings.map((text) => readSetting(model, text));
  const changed = applySettings(model, read);
  const parts = read.map((setting) => writtenFor(changed, edits, setting));
  return {
    diff: unifiedDiff(`agreements/${model.agreement.name}`, sources, parts.flat()),
    without: settings.filter((_, index) => parts[index]?.length === 0),
  };
}

function writtenFor(changed: Model, edits: Places['edits'], { name, value }: Setting): readonly Written[] {
  const parameter = changed.parameters.find(({ id }) => id === name);
  const unit = parameter?.unit ?? (name.endsWith('.within') ? 'ms' : 'points');
  return (Object.hasOwn(edits, name) ? (edits[name] ?? []) : []).map((edit) => {
    const bound = edit.what === 'value' ? value : (parameter?.[edit.what] ?? value);
    return { ...edit, text: written(unit, bound) };
  });
}

/** A number as the language has it. */
function written(unit: Parameter['unit'] | 'points', value: number): string {
  if (unit === 'share') return `${value / 100}%`;
  if (unit === 'money') return String(value / 100);
  return unit === 'ms' ? duration(value) : String(value);
}

const units = [
  ['day', 1440],
  ['hour', 60],
] as const;

/** In the largest unit that divides it: `2 days`, `90 minutes`. */
function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const [unit, length] = units.find(([, each]) => minutes % each === 0) ?? ['minute', 1];
  const count = minutes / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** The command that says the same as the page. */
export function commandOf(name: string, settings: readonly string[]): string {
  const { weeks, runs, pool, seed } = simulated;
  const sizes = `--weeks ${weeks} --runs ${runs} --pool ${pool} --seed ${seed}`;
  const set = settings.map((text) => ` --set ${shellWord(text)}`).join('');
  return `smarketing simulate ${shellWord(name)} ${sizes}${set} --compare ${shellWord(name)}`;
}

/** One word to a shell, whatever it says. */
const shellWord = (text: string): string =>
  /^[\w.=%/-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
