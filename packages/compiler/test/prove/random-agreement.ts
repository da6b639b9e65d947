import type {
  Agreement,
  Condition,
  Field,
  Grades,
  Persona,
  Routing,
  Score,
  Stage,
  Transition,
} from '../../src/ir/index.ts';
import { agreement, eventType, field, options, span, stage, transition } from '../ir/agreements.ts';
import { type Draw, drawFrom } from './draw.ts';
import { durations, randomCondition, randomEvents, randomWhere, type Words } from './random-condition.ts';
import { randomScores, randomTerm } from './random-scores.ts';

const allFields: readonly ((required: boolean) => Field)[] = [
  (required) => field('level', 'choice', { required, ...options('low', 'mid', 'top') }),
  (required) => field('staff', 'integer', { required, min: 0, max: 50 }),
  (required) => field('nps', 'decimal', { required, min: 0, max: 1000 }),
  (required) => field('flagged', 'flag', { required }),
  (required) => field('title', 'text', { required, max_length: 12 }),
  () => field('topics', 'choices', options('a', 'b', 'c')),
  (required) => field('ends', 'date', { required }),
  () => field('tried_at', 'moment'),
];

const allEvents = [
  eventType(
    'visit',
    field('path', 'text', { max_length: 12 }),
    field('seconds', 'integer', { min: 0, max: 50 }),
  ),
  eventType('asked', field('kind', 'choice', { required: true, ...options('demo', 'price') })),
  eventType('called'),
];

/** A small agreement, of which nearly all that matters can be gone through. The same one for the same seed. */
export function randomAgreement(seed: number): Agreement {
  const draw = drawFrom(seed);
  const fields = draw.some(allFields, 2 + draw.below(3)).map((make) => make(draw.chance(25)));
  const events = draw.some(allEvents, 1 + draw.below(3));
  const stages = randomStages(draw);
  const plain: Words = { fields, events, stages: stages.map(({ id }) => id), decided: [] };
  const isEarly = draw.chance(50);
  const early = isEarly ? randomPersonas(draw, plain) : [];
  const scores = randomScores(draw, early.length > 0 ? { ...plain, decided: [personaTest(early)] } : plain);
  const scored: Words = { ...plain, decided: scores.map(scoreTest) };
  const personas = isEarly ? early : randomPersonas(draw, scored);
  const grades = draw.chance(70) ? randomGrades(draw, scored, scores) : null;
  const decided = [
    ...scored.decided,
    ...(personas.length > 0 ? [personaTest(personas)] : []),
    ...(grades ? [gradeTest] : []),
  ];
  const words = { ...plain, decided };
  const names = scores.map(({ id }) => id);
  return agreement({
    name: `random_${seed}`,
    fields,
    events,
    stages,
    scores,
    personas,
    grades,
    order: isEarly ? ['persona', ...names, 'grade'] : [...names, 'persona', 'grade'],
    transitions: randomTransitions(draw, words, stages),
    routing: randomRouting(draw, words),
    queues: [],
  });
}

function randomStages(draw: Draw): Stage[] {
  const funnel = ['lead', 'mql', 'sql'].slice(0, 2 + draw.below(2));
  const exits = ['recycled', 'lost'].slice(0, 1 + draw.below(2));
  return [...funnel.map((id) => stage(id)), ...exits.map((id) => stage(id, { exit: true }))];
}

function scoreTest({ id, decimals, bands }: Score): (draw: Draw) => Condition {
  const subject = { kind: 'score', id } as const;
  return (draw) => {
    if (bands.length > 0 && draw.chance(40))
      return { kind: 'choice', subject, options: [draw.pick(bands).id] };
    const value = { value: draw.pick([0, 5, 10, 15, 25]) * 10 ** decimals, inclusive: draw.chance(70) };
    return {
      kind: 'number',
      subject,
      decimals,
      min: value,
      max: draw.chance(20) ? { ...value, value: value.value * 2 + 10 } : null,
    };
  };
}

function personaTest(personas: readonly Persona[]): (draw: Draw) => Condition {
  const subject = { kind: 'persona' } as const;
  return (draw) =>
    draw.chance(20)
      ? { kind: 'present', subject }
      : { kind: 'choice', subject, options: [draw.pick(personas).id] };
}

function gradeTest(draw: Draw): Condition {
  return {
    kind: 'choice',
    subject: { kind: 'grade' },
    options: draw.some(['a', 'b', 'c'], 1 + draw.below(2)),
  };
}

function randomPersonas(draw: Draw, words: Words): Persona[] {
  const parts = {
    title: '',
    who: null,
    gives_way_to: [],
    goals: [],
    pains: [],
    questions: [],
    needs: [],
    span,
  };
  return draw.times(draw.below(3), (index) => ({
    kind: 'persona',
    id: `p${index}`,
    when: randomCondition(draw, words, 1),
    ...parts,
  }));
}

function randomGrades(draw: Draw, words: Words, scores: readonly Score[]): Grades {
  const base = { kind: 'grade_row', because: null, span } as const;
  const common = {
    kind: 'grades',
    order: ['a', 'b', 'c'],
    match: 'first',
    worse_grade_because: null,
    matrix: null,
    span,
  } as const;
  const banded = scores.filter(({ bands }) => bands.length > 0);
  const [one, other = one] = banded;
  if (one && other && draw.chance(40)) {
    const rows = one.bands.flatMap((row) =>
      other.bands.map((column) => ({
        ...base,
        id: `g_${row.id}_${column.id}`,
        when: { kind: 'all', of: [bandTest(one.id, row.id), bandTest(other.id, column.id)] } as const,
        grade: draw.pick(['a', 'b', 'c']),
        in_force: null,
      })),
    );
    return { ...common, rows, otherwise: null };
  }
  const rows = draw.times(1 + draw.below(3), (index) => ({
    ...base,
    id: `g${index}`,
    when: randomCondition(draw, words, 1),
    grade: draw.pick(['a', 'b', 'c']),
    in_force: draw.chance(15) ? randomTerm(draw) : null,
  }));
  return { ...common, rows, otherwise: draw.chance(70) ? 'c' : null };
}

function bandTest(id: string, band: string): Condition {
  return { kind: 'choice', subject: { kind: 'score', id }, options: [band] };
}

function randomTransitions(draw: Draw, words: Words, stages: readonly Stage[]): Transition[] {
  const exits = stages.filter(({ exit }) => exit).map(({ id }) => id);
  const funnel = stages.filter(({ exit }) => !exit).map(({ id }) => id);
  const some = draw.times(2 + draw.below(4), (index) =>
    randomTransition(draw, words, { id: `t${index}`, funnel, exits }),
  );
  const back = randomTransition(draw, words, {
    id: 'back',
    funnel: funnel.slice(1),
    exits: exits.slice(0, 1),
    isBack: true,
  });
  return draw.chance(50) ? [back, ...some] : [...some, back];
}

interface Ends {
  readonly id: string;
  readonly funnel: readonly string[];
  readonly exits: readonly string[];
  readonly isBack?: boolean;
}

function randomTransition(draw: Draw, words: Words, { id, funnel, exits, isBack = false }: Ends): Transition {
  const by = draw.pick(['rule', 'rule', 'people', 'people', 'time'] as const);
  const when = by === 'rule' || draw.chance(35) ? randomCondition(draw, words, 1) : null;
  const parts = { when, in_force: draw.chance(10) ? randomTerm(draw) : null };
  const from = isBack ? [...exits] : sources(draw, funnel, by);
  const to = isBack ? draw.pick(funnel) : target(draw, from, { funnel, exits, by });
  if (by === 'rule') return transition(id, by, from, to, parts);
  if (by === 'time') {
    const without = draw.chance(50) ? randomEvents(draw, words) : [];
    return transition(id, by, from, to, { ...parts, after_ms: draw.pick(durations), without });
  }
  const on = randomEvents(draw, words);
  const where = randomWhere(
    draw,
    words.events.filter((event) => on.includes(event.id)),
  );
  return transition(id, by, from, to, { ...parts, on, where });
}

function sources(draw: Draw, funnel: readonly string[], by: Transition['by']): string[] {
  return draw.some(by === 'rule' ? funnel : funnel.slice(0, 3), 1 + draw.below(2));
}

/** Rules only lead on in the funnel, or to an exit. */
function target(
  draw: Draw,
  from: readonly string[],
  { funnel, exits, by }: Omit<Ends, 'id'> & Pick<Transition, 'by'>,
): string {
  const last = Math.max(...from.map((id) => funnel.indexOf(id)));
  const open = by === 'rule' ? funnel.slice(last + 1) : funnel.filter((id) => !from.includes(id));
  return draw.pick([...open, ...exits]);
}

function randomRouting(draw: Draw, words: Words): Routing {
  const row = { kind: 'route', because: null, span } as const;
  return {
    kind: 'routing',
    stages: draw.some(words.stages, 1 + draw.below(2)),
    match: 'first',
    rows: draw.times(1 + draw.below(3), (index) => ({
      ...row,
      id: `r${index}`,
      when: randomCondition(draw, words, 1),
      to: { kind: 'queue', queue: `q${index % 2}` },
      in_force: draw.chance(10) ? randomTerm(draw) : null,
    })),
    otherwise: draw.chance(60) ? { kind: 'queue', queue: 'q1' } : null,
    span,
  };
}
