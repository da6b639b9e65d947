import { supportOf } from '../formula/parts.ts';
import type { Formula } from '../formula/types.ts';
import type { Box, Boxes } from './answers.ts';
import type { Engine } from './engine.ts';
import { boxOf, generalize, type Limit } from './generalize.ts';

interface Found {
  readonly limits: readonly Limit[];
  /** While this literal holds, the model is outside the box. */
  readonly outside: number;
}

/** Boxes that cover the models of a formula: a model is widened to a box, then one is sought outside it. */
export function boxes(engine: Engine, formula: Formula, most: number): Boxes {
  return engine.ask([formula], (): Boxes => {
    const support = supportOf([formula]);
    const [inside, outside] = [
      engine.encoder.literal(formula),
      engine.encoder.literal(engine.context.not(formula)),
    ];
    const found: Found[] = [];
    while (engine.solve([inside, ...found.map((box) => box.outside)], watched(found))) {
      if (found.length === most) return { verdict: 'more', boxes: retire(engine, found) };
      const limits = generalize(engine, support, engine.read(), outside);
      found.push({ limits, outside: block(engine, limits) });
    }
    return { verdict: 'covered', boxes: retire(engine, found, needed(engine, found)) };
  });
}

/** A literal that keeps models out of a box while it holds. */
function block({ encoder: { gates } }: Engine, limits: readonly Limit[]): number {
  const outside = gates.fresh();
  gates.add([-outside, ...limits.map(({ literal }) => -literal)]);
  return outside;
}

function watched(found: readonly Found[]): number[] {
  return found.flatMap(({ limits }) => limits.map(({ literal }) => literal));
}

/** The boxes without those that lie in the others, the narrowest looked at first. */
function needed(engine: Engine, found: readonly Found[]): Found[] {
  let kept = [...found];
  for (const box of found.toSorted((one, other) => other.limits.length - one.limits.length)) {
    const others = kept.filter((other) => other !== box);
    const own = box.limits.map(({ literal }) => literal);
    if (!engine.solve([...own, ...others.map(({ outside }) => outside)], watched(found))) kept = others;
  }
  return kept;
}

/** The boxes to answer with, widest first; takes their literals out of use. */
function retire({ encoder: { gates } }: Engine, found: readonly Found[], kept = found): Box[] {
  for (const { outside } of found) gates.add([-outside]);
  return kept.map(({ limits }) => boxOf(limits)).toSorted((one, other) => subjects(one) - subjects(other));
}

function subjects({ atoms, points }: Box): number {
  return atoms.size + points.size;
}
