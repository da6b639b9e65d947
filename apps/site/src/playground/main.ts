import { part } from '../browser/part.ts';
import { fromFragment, toFragment } from './address.ts';
import { fillForm, readForm, type PlayForm } from './form.ts';
import { toElement, type ViewNode } from './node.ts';
import { markProblems, problemView } from './problems.ts';
import { addEvent, sortEvents } from './timeline.ts';
import type { Case, Engine, ExampleCase, Words } from './types.ts';
import { zoneOf } from './values.ts';
import { decisionLine, decisionView } from './view.ts';

const engines = import.meta.glob<Engine>('../../../../packages/engine-*/generated/index.js');

const form = part('play', HTMLFormElement);
const result = part('decision', HTMLElement);
const line = part('decision-line', HTMLOutputElement);
const note = part('play-note', HTMLParagraphElement);
const data = (name: string) => form.dataset[name] ?? '';

const load = async <T>(address: string): Promise<T> => (await fetch(address)).json() as Promise<T>;

const [engine, words] = await Promise.all([
  engines[`../../../../packages/engine-${data('agreement')}/generated/index.js`]?.(),
  load<Words>(data('words')),
]);
if (engine === undefined) throw new Error('There is no engine of this agreement');

const play: PlayForm = { form, timeline: part('timeline', HTMLOListElement), zone: zoneOf(words) };

/** Decides about what the form says, and shows it. */
function decide(): void {
  const held = readForm(play);
  const reading = engine?.readLead(held.lead);
  if (engine === undefined || reading === undefined) return;
  const problems = [
    ...(held.asOf === null ? [{ at: 'as_of', message: 'is required' }] : []),
    ...('problems' in reading ? reading.problems : []),
  ];
  const elsewhere = markProblems(play, problems);
  if ('problems' in reading || held.asOf === null) {
    show(problemView(problems.length, elsewhere), 'No decision yet');
    return;
  }
  const options = { asOf: held.asOf };
  const decision = engine.explain(reading.lead, options);
  const promises = engine.slaStatus(reading.lead, options);
  show(decisionView(words, { lead: held.lead, decision, promises }), decisionLine(words, decision));
}

/** Puts the new result in the place of the old one; what was unfolded stays so. */
function show(view: ViewNode, summary: string): void {
  const open = new Set(Array.from(result.querySelectorAll('details[open]'), keyOf));
  const element = toElement(view);
  for (const details of element.querySelectorAll('details')) details.open = open.has(keyOf(details));
  result.replaceChildren(element);
  if (line.value !== summary) line.value = summary;
}

const keyOf = (element: Element) => (element instanceof HTMLElement ? element.dataset['key'] : undefined);

let waiting: ReturnType<typeof setTimeout> | undefined;

/** The address follows the form, a moment later: browsers refuse too many changes of it. */
function remember(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => history.replaceState(null, '', toFragment(readForm(play))), 300);
}

function changed(): void {
  note.textContent = '';
  decide();
  remember();
}

function fill(held: Case, says = ''): void {
  clearTimeout(waiting);
  const left = fillForm(play, held);
  const strange =
    left.length === 0 ? '' : `Left out, since the agreement does not know it: ${left.join(', ')}.`;
  note.textContent = [says, strange].filter(Boolean).join(' ');
  decide();
}

/** Shows what the address asks for; without a lead in it, the example to start from. */
function follow(isFirst: boolean): void {
  const asked = fromFragment(location.hash);
  if (isFirst && asked?.kind !== 'case') fill(words.start);
  if (asked?.kind === 'case') fill(asked.asked);
  else if (asked?.kind === 'unreadable') fill(words.start, 'The address holds no lead that can be read.');
  else if (asked?.kind === 'example') void loadExample(asked.id);
}

type Examples = Readonly<Record<string, ExampleCase>>;

let examples: Promise<Examples> | undefined;

async function loadExample(id: string): Promise<void> {
  examples ??= load<Examples>(data('examples'));
  const all = await examples;
  const example = Object.hasOwn(all, id) ? all[id] : undefined;
  if (example === undefined) {
    note.textContent = 'The agreement has no example of this name.';
    return;
  }
  const { personal, ...held } = example;
  fill(held, personal.length === 0 ? '' : `Personal, so left out here: ${personal.join(', ')}.`);
}

form.addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.closest('.control')) changed();
});
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  if (target.id === 'example') {
    location.hash = `#example=${part('example', HTMLSelectElement).value}`;
    return;
  }
  if (target.closest('[data-property="at"]')) sortEvents(play);
  decide();
});
form.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button === null) return;
  if (button.id === 'add-event') {
    const event = part('new-event', HTMLSelectElement).value;
    const item = addEvent(play, { event, at: readForm(play).asOf });
    item?.querySelector<HTMLElement>('input, select')?.focus();
  } else if (button.id === 'start-empty') {
    const { asOf } = readForm(play);
    // A day before, so that what is added now comes after.
    fillForm(play, { asOf, lead: { created_at: asOf === null ? null : asOf - 86_400_000 } });
  } else if (button.dataset['remove'] !== undefined) {
    button.closest('li')?.remove();
    part('new-event', HTMLSelectElement).focus();
  } else return;
  changed();
});
part('see-why', HTMLButtonElement).addEventListener('click', () => {
  const heading = part('decided', HTMLHeadingElement);
  heading.focus();
  heading.scrollIntoView();
});
addEventListener('hashchange', () => follow(false));

follow(true);
form.dataset['ready'] = 'yes';
