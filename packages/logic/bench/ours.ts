import { Context, createSession, createSolver, type Sat } from '../src/index.ts';
import { createGround } from './agreement.ts';
import { createPlan, type Kind } from './plan.ts';
import { answer, createQuestions } from './questions.ts';
import type { Asked, Run } from './report.ts';

/** Asks all questions about one agreement, in a process of its own, and prints what that took. */
const [kind, rules] = [process.argv[2] as Kind, Number(process.argv[3])];
const start = process.cpuUsage();
const spent = (): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};

let clauses = 0;
const counted = (): Sat => {
  const sat = createSolver();
  let own = 0;
  return {
    ...sat,
    addClause: (literals) => {
      own += 1;
      clauses = Math.max(clauses, own);
      sat.addClause(literals);
    },
    get conflicts() {
      return sat.conflicts;
    },
  };
};

const plan = createPlan(kind, rules);
const ground = createGround(new Context(), plan);
const questions = createQuestions(ground, plan);
const preparation = spent();
const session = createSession(ground.logic, { axioms: ground.axioms, solver: counted });
const asked = questions.map((question): Asked => {
  const before = spent();
  const verdict = answer(session, question);
  return { kind: question.kind, verdict, seconds: spent() - before };
});
const run: Run = {
  asked,
  preparation,
  seconds: spent(),
  clauses,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(run));
