// From a compiled agreement to what a simulation rests on
export { modelOf, type ModelOptions } from './model/model.ts';
export { type Setting, SettingError } from './model/settings.ts';
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
export { type Engine, type EngineDecision, RefusedLead } from './pool/engine.ts';
export { buildPool, type Pool, type PoolOptions } from './pool/pool.ts';

// Runs
export { type Layout, layoutOf, type Pair } from './run/layout.ts';
export { binEnd, binOf, timeBins } from './run/time-bins.ts';
export { Runner } from './run/run.ts';
