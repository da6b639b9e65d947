import { type Model, readSetting, SettingError, unpackPool } from '@smarketing/simulator';
import { part } from '../browser/part.ts';
import { fromFragment, toFragment } from './address.ts';
import { Crew } from './crew.ts';
import { Bench, type Estimate, type Start } from './estimate.ts';
import { Sliders } from './form.ts';
import { commandOf, patchOf, type Places } from './propose.ts';
import { summaryOf } from './summary.ts';
import { fillTable } from './table.ts';

const form = part('what-if', HTMLFormElement);
const results = part('results', HTMLElement);
const told = part('told', HTMLElement);
const note = part('what-if-note', HTMLParagraphElement);
const progress = part('progress', HTMLProgressElement);
const line = part('result-line', HTMLOutputElement);
const { currency = '', agreement: name = '' } = form.dataset;

const load = async (file: string): Promise<Response> => {
  const response = await fetch(`${form.dataset['files']}${file}`);
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  return response;
};

type Data = Pick<Start, 'agreement' | 'model'> & { readonly places: Places };

interface Loaded {
  readonly bench: Bench;
  readonly model: Model;
  readonly places: Places;
}

let loading: Promise<Loaded> | undefined;

/** What a simulation takes: asked for when somebody comes near the sliders, and again after it could not be had. */
function loaded(): Promise<Loaded> {
  loading ??= loadAll();
  loading.catch(() => (loading = undefined));
  return loading;
}

async function loadAll(): Promise<Loaded> {
  const [{ places, ...data }, pool, firstPool] = await Promise.all([
    load('start.json').then((response) => response.json() as Promise<Data>),
    load('leads.bin').then((response) => response.arrayBuffer()),
    load('first-leads.bin').then((response) => response.arrayBuffer()),
  ]);
  const crew = new Crew(data.agreement);
  const start = { ...data, pool: unpackPool(pool), firstPool: unpackPool(firstPool) };
  return { bench: new Bench(start, () => crew.ports()), model: data.model, places };
}

const sliders = new Sliders(form);
const names = {
  currency,
  outcomes: new Map(
    Array.from(results.querySelectorAll<HTMLElement>('[data-group="funnel"] [data-outcome]'), (row) => [
      row.dataset['outcome'] ?? '',
      row.querySelector('th')?.textContent?.trim() ?? '',
    ]),
  ),
};

const nothingMoved = 'Nothing is moved.';

let current = new AbortController();

/** Ends what is being estimated, and estimates what the sliders say now. */
async function estimate(): Promise<void> {
  current.abort();
  const { signal } = (current = new AbortController());
  const settings = sliders.settings();
  results.dataset['state'] = 'working';
  told.ariaBusy = 'true';
  line.value = 'Simulating…';
  progress.hidden = false;
  progress.value = 0;
  try {
    const { bench, model, places } = await loaded();
    if (signal.aborted) return;
    propose(settings, model, places);
    const estimated = await bench.estimate({
      settings: settings.map((text) => readSetting(model, text)),
      signal,
      onFirst: (early) => {
        fillTable(results, early, currency);
        results.dataset['state'] = 'estimated';
      },
      onProgress: (done) => {
        progress.value = done;
      },
    });
    if (estimated) settle(estimated, settings);
  } catch (error) {
    if (signal.aborted) return;
    refuse(error);
  }
}

function settle(estimated: Estimate, settings: readonly string[]): void {
  fillTable(results, estimated, currency);
  const summary = settings.length === 0 ? null : summaryOf(estimated, names);
  tell(summary?.sentences ?? [nothingMoved], summary?.short ?? nothingMoved);
  part('json', HTMLPreElement).textContent = JSON.stringify(estimated.differences, null, 2);
  results.dataset['state'] = 'settled';
  results.dataset['settings'] = settings.join(' ');
}

/** Ends the waiting with what there is to say. */
function tell(sentences: readonly string[], short: string): void {
  const paragraphs = sentences.map((text) => {
    const element = document.createElement('p');
    element.textContent = text;
    return element;
  });
  told.replaceChildren(...paragraphs);
  told.ariaBusy = 'false';
  line.value = short;
  progress.hidden = true;
}

/** Says why there is no estimate: numbers that cannot be together, or a fault of ours. */
function refuse(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  tell([error instanceof SettingError ? message : `This went wrong: ${message}`], message);
  part('proposal', HTMLElement).hidden = true;
  results.dataset['state'] = 'refused';
}

function propose(settings: readonly string[], model: Model, places: Places): void {
  const { diff, without } = patchOf(model, places, settings);
  part('proposal', HTMLElement).hidden = settings.length === 0;
  part('diff', HTMLPreElement).textContent = diff;
  part('without-place', HTMLParagraphElement).textContent =
    without.length === 0 ? '' : `Not in the patch, to be written by hand: ${without.join(', ')}.`;
  part('command', HTMLPreElement).textContent = commandOf(name, settings);
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** The address follows the sliders, a moment later: browsers refuse too many changes of it. */
function remember(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    history.replaceState(null, '', toFragment(sliders.settings()) || location.pathname);
  }, 300);
}

function changed(): void {
  note.textContent = '';
  void estimate();
  remember();
}

/** Moves the sliders to where the address wants them. */
function follow(isFirst: boolean): void {
  clearTimeout(waiting);
  const asked = fromFragment(location.hash);
  const strange = sliders.moveTo(asked);
  note.textContent =
    strange.length === 0
      ? ''
      : `No slider can say this, so it is not as the address asks: ${strange.join(', ')}.`;
  // The page was built with what is to be shown before anything is moved.
  if (!isFirst || asked.length > 0) void estimate();
}

const isStill = (): boolean => results.dataset['state'] === 'still';

/** Whoever comes near the sliders will move one. */
async function warm(): Promise<void> {
  const { signal } = current;
  try {
    const { bench, model } = await loaded();
    const inForce = sliders.inForce().map((text) => readSetting(model, text));
    if (isStill()) await bench.warm(inForce, signal);
  } catch (error) {
    if (isStill()) refuse(error);
  }
}

const near = new AbortController();
for (const sign of ['pointerenter', 'focusin']) {
  const come = () => {
    near.abort();
    if (isStill()) void warm();
  };
  form.addEventListener(sign, come, { signal: near.signal });
}
form.addEventListener('input', ({ target }) => {
  if (sliders.follow(target)) changed();
});
form.addEventListener('change', ({ target }) => sliders.settle(target));
form.addEventListener('submit', (event) => event.preventDefault());
part('reset', HTMLButtonElement).addEventListener('click', () => {
  sliders.moveTo([]);
  changed();
});
part('see-changes', HTMLButtonElement).addEventListener('click', () => {
  const heading = part('what-changes', HTMLHeadingElement);
  heading.focus();
  heading.scrollIntoView();
});
addEventListener('hashchange', () => follow(false));

follow(true);
form.dataset['ready'] = 'yes';
