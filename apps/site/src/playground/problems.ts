import type { PlayForm } from './form.ts';
import { h, type ViewNode } from './node.ts';
import type { Problem } from './types.ts';

/** The control that a problem is about: `employees`, `events[2].at`, `events[2].properties.path`. */
function controlOf({ form, timeline }: PlayForm, at: string): HTMLElement | null {
  const inEvent = /^events\[(\d+)\]\.(?:properties\.)?(\w+)$/u.exec(at);
  if (inEvent === null) {
    return /^\w+$/u.test(at) ? form.querySelector<HTMLElement>(`.control[data-field="${at}"]`) : null;
  }
  const item = timeline.children[Number(inEvent[1])];
  return item?.querySelector<HTMLElement>(`.control[data-property="${inEvent[2]}"]`) ?? null;
}

/** Tells each problem beside its control, in the engine's words; gives back those that have none. */
export function markProblems(play: PlayForm, problems: readonly Problem[]): readonly Problem[] {
  for (const control of play.form.querySelectorAll<HTMLElement>('.control')) mark(control, null);
  return problems.filter((problem) => {
    const control = controlOf(play, problem.at);
    if (control !== null) mark(control, problem.message);
    return control === null;
  });
}

let marked = 0;

function mark(control: HTMLElement, message: string | null): void {
  const text = control.querySelector<HTMLElement>('.problem');
  if (text === null || (message === null && text.hidden)) return;
  if (text.id === '') text.id = `problem-${(marked += 1)}`;
  text.hidden = message === null;
  text.textContent = message === null ? '' : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
  for (const input of control.querySelectorAll('input, select')) {
    if (message === null) {
      input.removeAttribute('aria-invalid');
      input.removeAttribute('aria-describedby');
    } else {
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', text.id);
    }
  }
}

/** What stands instead of a decision. */
export function problemView(count: number, elsewhere: readonly Problem[]): ViewNode {
  return h(
    'div',
    { class: 'no-decision' },
    h('p', { class: 'stage-name' }, 'No decision yet'),
    h(
      'p',
      {},
      count === 1 ? 'One value cannot be read' : `${count} values cannot be read`,
      '. Each is told beside its field.',
    ),
    elsewhere.length === 0
      ? null
      : h('ul', {}, ...elsewhere.map(({ at, message }) => h('li', {}, `${at} ${message}`.trim()))),
  );
}
