import type { Engine } from '../playground/types.ts';

const generated = import.meta.glob<Engine>('../../../../packages/engine-*/generated/index.js');

/** The published engine of an agreement, to decide with while the site is built. */
export async function engineOf(name: string): Promise<Engine> {
  const engine = await generated[`../../../../packages/engine-${name}/generated/index.js`]?.();
  if (engine === undefined) throw new Error(`${name} has no engine. Run "npm run generate" first.`);
  return engine;
}
