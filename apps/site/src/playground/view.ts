import type { Explanation, ExplanationWithNext, SlaStatus } from '@smarketing/compiler/ir';
import { momentWords } from './clock.ts';
import { h, type ViewNode } from './node.ts';
import type { LeadJson, Words } from './types.ts';
import { zoneOf } from './values.ts';
import { nextList } from './view-next.ts';
import { noticeCards } from './view-notices.ts';
import { promiseList } from './view-promises.ts';
import { scoreList } from './view-scores.ts';

/** What an engine says about a lead. */
export interface Answer {
  readonly lead: LeadJson;
  readonly decision: ExplanationWithNext;
  readonly promises: readonly SlaStatus[];
}

/** The decision as people read it: what, who, by when, and why. */
export function decisionView(words: Words, answer: Answer): ViewNode {
  const { decision, promises, lead } = answer;
  return h(
    'div',
    { class: 'decision-parts' },
    stageHead(words, decision),
    part('Who gets it', routeFacts(words, decision)),
    part('Promises to this lead', promiseList(words, promises)),
    part('Who is told', noticeCards(words, decision.notices, lead)),
    part('Scores', scoreList(words, decision)),
    part('The way here', moveList(words, decision)),
    part('What is missing to the next stage', nextList(words, decision.next)),
    part('What leads on from here', onwardList(words, decision)),
    h(
      'details',
      { 'data-key': 'json' },
      h('summary', {}, 'The decision as JSON'),
      h('pre', { class: 'decision-json', tabindex: '0' }, JSON.stringify(decision, null, 2)),
    ),
  );
}

/** The decision in one line: `MQL, A1, DACH desk`. */
export function decisionLine(words: Words, { stage, grade, route }: Explanation): string {
  const queue = route?.queue ? words.queues[route.queue]?.says : null;
  return [words.stages[stage]?.says ?? stage, grade, queue ?? route?.owner].filter(Boolean).join(', ');
}

const part = (title: string, inside: readonly ViewNode[]): ViewNode | null =>
  inside.length === 0 ? null : h('section', {}, h('h3', { class: 'eyebrow' }, title), ...inside);

function stageHead(words: Words, decision: Explanation): ViewNode {
  const stage = words.stages[decision.stage];
  const persona = decision.persona === null ? null : words.personas[decision.persona];
  return h(
    'div',
    { class: 'stage-now' },
    h('p', { class: 'stage-name' }, h('a', { href: stage?.href ?? '' }, stage?.says ?? decision.stage)),
    h('p', { class: 'small' }, `since ${momentWords(zoneOf(words), decision.stage_since)}`),
    h(
      'p',
      { class: 'marks' },
      decision.grade === null ? null : h('span', { class: 'mark' }, `Grade ${decision.grade}`),
      persona ? h('a', { class: 'mark', href: persona.href }, persona.says) : null,
    ),
  );
}

function routeFacts(words: Words, { route }: Explanation): readonly ViewNode[] {
  if (route === null) return [h('p', {}, 'Nobody yet: in this stage a lead is not handed over.')];
  const queue = route.queue === null ? null : words.queues[route.queue];
  const row = words.routes[route.id];
  const target = queue ? h('a', { href: queue.href }, queue.says) : h('b', {}, route.owner ?? 'Nobody');
  return [
    h('p', { class: 'target' }, target),
    h('p', { class: 'small' }, h('a', { href: row?.href ?? '' }, row?.says ?? route.id)),
  ];
}

function moveList(words: Words, { moves }: Explanation): readonly ViewNode[] {
  if (moves.length === 0) return [h('p', {}, 'It has been in this stage since it was created.')];
  const zone = zoneOf(words);
  const lines = moves.map(({ id, to, at }) =>
    h(
      'li',
      {},
      h('b', {}, words.stages[to]?.says ?? to),
      h('span', { class: 'when' }, momentWords(zone, at)),
      h('a', { class: 'small', href: words.ways[id]?.href ?? '' }, words.ways[id]?.says ?? id),
    ),
  );
  return [h('ol', { class: 'steps' }, ...lines)];
}

function onwardList(words: Words, { stage }: Explanation): readonly ViewNode[] {
  const onward = words.stages[stage]?.onward ?? [];
  if (onward.length === 0) return [h('p', {}, 'Nothing: the way ends here.')];
  return [
    h(
      'details',
      { 'data-key': 'onward' },
      h(
        'summary',
        {},
        onward.length === 1 ? 'One way' : `${onward.length} ways, the first that holds is taken`,
      ),
      h('ol', { class: 'onward' }, ...onward.map((says) => h('li', {}, says))),
    ),
  ];
}
