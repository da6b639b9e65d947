/** The sliders of the page: each a range and a number beside it that say the same. */
export class Sliders {
  readonly #sliders: readonly Slider[];

  constructor(form: HTMLFormElement) {
    this.#sliders = Array.from(form.querySelectorAll<HTMLElement>('[data-name]'), sliderOf);
  }

  /** What is moved, as `--set` of the command line takes it. */
  settings(): readonly string[] {
    return this.#sliders.flatMap((slider) => (isMoved(slider) ? [textOf(slider, valueOf(slider))] : []));
  }

  /** What is in force, of everything that can be moved. */
  inForce(): readonly string[] {
    return this.#sliders.map((slider) => textOf(slider, Number(slider.now)));
  }

  /** Moves what the settings name, and everything else back. Tells those that no slider can say. */
  moveTo(settings: readonly string[]): readonly string[] {
    for (const slider of this.#sliders) write(slider, slider.now);
    return settings.filter((text) => {
      const slider = this.#sliders.find(({ name }) => text.startsWith(`${name}=`));
      const written = text.slice(text.indexOf('=') + 1);
      const suffix = slider && [slider.suffix, singular(slider.suffix)].find((one) => written.endsWith(one));
      const value = suffix === undefined ? '' : written.slice(0, written.length - suffix.length);
      if (!slider || !/^-?\d+(?:\.\d+)?$/u.test(value)) return true;
      write(slider, value);
      return valueOf(slider) !== Number(value);
    });
  }

  /** Somebody moved one of both: the other follows. Tells whether it was one of these. */
  follow(target: EventTarget | null): boolean {
    const slider = this.#sliders.find(({ range, number }) => range === target || number === target);
    if (!slider) return false;
    if (target === slider.range) slider.number.value = slider.range.value;
    else if (slider.number.validity.valid && slider.number.value !== '')
      slider.range.value = slider.number.value;
    mark(slider);
    return true;
  }

  /** A number that was left half written shows what counts. */
  settle(target: EventTarget | null): void {
    const slider = this.#sliders.find(({ number }) => number === target);
    if (slider) slider.number.value = slider.range.value;
  }
}

interface Slider {
  readonly element: HTMLElement;
  readonly name: string;
  readonly suffix: string;
  readonly now: string;
  readonly range: HTMLInputElement;
  readonly number: HTMLInputElement;
}

function sliderOf(element: HTMLElement): Slider {
  const [range, number] = ['range', 'number'].map((type) =>
    element.querySelector<HTMLInputElement>(`input[type="${type}"]`),
  );
  if (!range || !number) throw new Error('A slider without its inputs');
  const { name = '', suffix = '', now = '' } = element.dataset;
  return { element, name, suffix, now, range, number };
}

// The range is never out of bounds, and never empty: it is what counts.
const valueOf = ({ range }: Slider): number => Number(range.value);

const isMoved = (slider: Slider): boolean => valueOf(slider) !== Number(slider.now);

const textOf = ({ name, suffix }: Slider, value: number): string =>
  `${name}=${value}${value === 1 ? singular(suffix) : suffix}`;

/** ` hour` of ` hours`. */
const singular = (suffix: string): string => suffix.replace(/s$/u, '');

function write(slider: Slider, value: string): void {
  slider.range.value = value;
  slider.number.value = slider.range.value;
  mark(slider);
}

function mark(slider: Slider): void {
  slider.element.classList.toggle('moved', isMoved(slider));
}
