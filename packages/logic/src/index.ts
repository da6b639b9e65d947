export type { Box, Boxes, Count, Optimum, Proof, Satisfiable, Unknown, Witness } from './ask/answers.ts';
export { createSession, type Session, type SessionOptions } from './ask/session.ts';
export { Context } from './formula/context.ts';
export { type Reading, under } from './formula/evaluate.ts';
export { supportOf } from './formula/parts.ts';
export type {
  And,
  Constant,
  Formula,
  Is,
  Model,
  Not,
  PointsTerm,
  Range,
  RangeTerm,
  Sum,
  SumAtLeast,
  SumTerm,
  Term,
  TermInput,
  Variable,
} from './formula/types.ts';
export type { Sat, SatAnswer } from './sat/sat.ts';
export { createSolver } from './sat/solver.ts';
