import { holds } from './conditions.ts';
import type { Context } from './context.ts';
import type { Persona } from './types.ts';

/** The first persona that matches, in the order written. */
export function personaOf(personas: readonly Persona[], context: Context): string | null {
  return personas.find(({ when }) => holds(when, context))?.id ?? null;
}
