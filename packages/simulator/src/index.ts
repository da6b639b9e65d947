// From a compiled agreement to what a simulation rests on
export { modelOf, type ModelOptions } from './model/model.ts';
export { amended, type RuleNumber, ruleNumbers } from './model/rules.ts';
export { readSetting } from './model/read-setting.ts';
export { applySettings, changesLives, type Setting, SettingError } from './model/settings.ts';
export type {
  Behaviour,
  Clock,
  Count,
  Desk,
  Drawn,
  Gap,
  Goal,
  Model,
  Parameter,
  Response,
  Source,
  Stage,
  Step,
} from './model/types.ts';

// Leads, each decided by the compiled engine
export { decidingPart } from './pool/deciding.ts';
export { type Engine, type EngineDecision, RefusedLead, referenceEngine } from './pool/engine.ts';
export { buildPool, type Pool, type PoolOptions } from './pool/pool.ts';
export { packPool, unpackPool } from './pool/packed.ts';
export { poolWeights } from './pool/weights.ts';

// Runs, on this thread or on workers
export type { Version } from './run/alike.ts';
export { type Batch } from './run/batch.ts';
export { type Layout, layoutOf } from './run/layout.ts';
export { Runner } from './run/run.ts';
export { simulate, type SimulateOptions } from './simulate.ts';
export { conduct, type ConductOptions, conductPool } from './workers/conduct.ts';
export { type AboutLeads, type Answer, type Task, worker } from './workers/protocol.ts';
export { type Port } from './workers/share-out.ts';

// What they say
export { type Difference, differencesOf } from './results/pairs.ts';
export { type BreakingPoint, breakingPoint } from './results/breaking-point.ts';
export { type Breach, feasibility } from './results/feasibility.ts';
export type { KeptOptions } from './results/kept.ts';
export { type Interval } from './results/intervals.ts';
export { type PromiseResult, type Results, resultsOf, type Told } from './results/results.ts';
export { type Influence } from './results/sensitivity.ts';
export { chance, type Verdict, verdictOf } from './results/verdict.ts';
