import { type Arith, type Bool, init } from 'z3-solver';
import { Context, type Formula, type Sum, type Term, type Variable } from '../src/index.ts';
import { createGround } from './agreement.ts';
import { createPlan, type Kind } from './plan.ts';
import { createQuestions, type Question } from './questions.ts';

/**
 * Asks Z3 the same questions, in a process of its own: it keeps threads that hold the process open. Prints a
 * line for each answer, so that those are known that came before the process is ended.
 */
const [kind, rules] = [process.argv[2] as Kind, Number(process.argv[3])];
const plan = createPlan(kind, rules);
const ground = createGround(new Context(), plan);
const questions = createQuestions(ground, plan);
const { Context: createZ3 } = await init();
const z3 = createZ3('main');
const { Int } = z3;
type Truth = Bool;
type Whole = Arith;

const known = new Map<Formula | Sum, Truth | Whole>();
const integers = new Map<Variable, Whole>();
const limits: Truth[] = [];

function integer(variable: Variable): Whole {
  const made = integers.get(variable) ?? Int.const(`${variable.name}:${variable.id}`);
  if (!integers.has(variable)) limits.push(made.ge(0), made.lt(variable.atoms));
  integers.set(variable, made);
  return made;
}

function truth(formula: Formula): Truth {
  const made = known.get(formula) ?? makeTruth(formula);
  known.set(formula, made);
  return made as Truth;
}

function makeTruth(formula: Formula): Truth {
  switch (formula.kind) {
    case 'constant':
      return z3.Bool.val(formula.value);
    case 'is':
      return z3.Or(...formula.atoms.map((atom) => integer(formula.variable).eq(atom)));
    case 'not':
      return truth(formula.of).not();
    case 'and':
      return z3.And(...formula.of.map(truth));
    case 'sum-at-least':
      return points(formula.sum).ge(formula.points);
  }
}

function points(sum: Sum): Whole {
  const made = known.get(sum) ?? makePoints(sum);
  known.set(sum, made);
  return made as Whole;
}

/** A sum gets an integer of its own, lest it is written out wherever it stands. */
function makePoints(sum: Sum): Whole {
  let total: Whole = z3.Sum(Int.val(0), ...sum.terms.map(term));
  if (Number.isFinite(sum.cap)) total = z3.If(total.gt(sum.cap), Int.val(sum.cap), total);
  if (Number.isFinite(sum.floor)) total = z3.If(total.lt(sum.floor), Int.val(sum.floor), total);
  const named = Int.const(`sum:${sum.id}`);
  limits.push(named.eq(total));
  return named;
}

function term(of: Term): Whole {
  if (of.kind === 'range') throw new Error('Z3 is asked about agreements without fading points only');
  const whole = of.kind === 'points' ? Int.val(of.points) : points(of.sum).mul(of.times);
  return z3.If(truth(of.when), whole, Int.val(0));
}

const solver = new z3.Solver();
for (const axiom of ground.axioms) solver.add(truth(axiom));

async function holds(condition: Truth): Promise<string> {
  for (const limit of limits.splice(0)) solver.add(limit);
  solver.push();
  solver.add(condition);
  const found = await solver.check();
  solver.pop();
  return { sat: 'satisfiable', unsat: 'unsatisfiable', unknown: 'unknown' }[found];
}

/** The least value, or with `sign` -1 the most, by halving. */
async function extreme(sum: Sum, sign: 1 | -1): Promise<number> {
  const whole = points(sum);
  let [low, high] = sign === 1 ? [sum.least, sum.most] : [-sum.most, -sum.least];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = await holds(sign === 1 ? whole.le(middle) : whole.ge(-middle));
    if (found === 'satisfiable') high = middle;
    else low = middle + 1;
  }
  return sign * low;
}

async function answer(question: Question): Promise<string> {
  if ('formula' in question) return holds(truth(question.formula));
  return `${await extreme(question.sum, 1)} to ${await extreme(question.sum, -1)}`;
}

for (const question of questions) {
  const before = process.cpuUsage();
  const verdict = await answer(question);
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(
    `${JSON.stringify({ kind: question.kind, verdict, seconds: (user + system) / 1e6 })}\n`,
  );
}
process.exit(0);
