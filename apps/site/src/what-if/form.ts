/** The sliders of the page: each a range and a number beside it that say the same. */
export class Sliders {
  readonly #levers: readonly Lever[];

  constructor(form: HTMLFormElement) {
    this.#levers = Array.from(form.querySelectorAll<HTMLElement>('[data-name]'), leverOf);
  }

  /** What is moved, as `--set` of the command line takes it. */
  settings(): readonly string[] {
    return this.#levers.flatMap((lever) => (isMoved(lever) ? [textOf(lever)] : []));
  }

  /** Moves what the settings name, and everything else back. Tells those that no slider can say. */
  moveTo(settings: readonly string[]): readonly string[] {
    for (const lever of this.#levers) write(lever, lever.now);
    return settings.filter((text) => {
      const lever = this.#levers.find(({ name }) => text.startsWith(`${name}=`));
      const written = text.slice(text.indexOf('=') + 1);
      const suffix = lever && [lever.suffix, singular(lever.suffix)].find((one) => written.endsWith(one));
      const value = suffix === undefined ? '' : written.slice(0, written.length - suffix.length);
      if (!lever || !/^-?\d+(?:\.\d+)?$/u.test(value)) return true;
      write(lever, value);
      return valueOf(lever) !== Number(value);
    });
  }

  /** Somebody moved one of both: the other follows. Tells whether it was one of these. */
  follow(target: EventTarget | null): boolean {
    const lever = this.#levers.find(({ range, number }) => range === target || number === target);
    if (!lever) return false;
    if (target === lever.range) lever.number.value = lever.range.value;
    else if (lever.number.validity.valid && lever.number.value !== '') lever.range.value = lever.number.value;
    mark(lever);
    return true;
  }

  /** A number that was left half written shows what counts. */
  settle(target: EventTarget | null): void {
    const lever = this.#levers.find(({ number }) => number === target);
    if (lever) lever.number.value = lever.range.value;
  }
}

interface Lever {
  readonly element: HTMLElement;
  readonly name: string;
  readonly suffix: string;
  readonly now: string;
  readonly range: HTMLInputElement;
  readonly number: HTMLInputElement;
}

function leverOf(element: HTMLElement): Lever {
  const [range, number] = ['range', 'number'].map((type) =>
    element.querySelector<HTMLInputElement>(`input[type="${type}"]`),
  );
  if (!range || !number) throw new Error('A slider without its inputs');
  const { name = '', suffix = '', now = '' } = element.dataset;
  return { element, name, suffix, now, range, number };
}

// The range is never out of bounds, and never empty: it is what counts.
const valueOf = ({ range }: Lever): number => Number(range.value);

const isMoved = (lever: Lever): boolean => valueOf(lever) !== Number(lever.now);

function textOf(lever: Lever): string {
  const value = valueOf(lever);
  return `${lever.name}=${value}${value === 1 ? singular(lever.suffix) : lever.suffix}`;
}

/** ` hour` of ` hours`. */
const singular = (suffix: string): string => suffix.replace(/s$/u, '');

function write(lever: Lever, value: string): void {
  lever.range.value = value;
  lever.number.value = lever.range.value;
  mark(lever);
}

function mark(lever: Lever): void {
  lever.element.classList.toggle('moved', isMoved(lever));
}
