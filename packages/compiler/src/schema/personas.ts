import { z } from 'zod';
import { condition, mapping, named, oneOrMany } from './shapes.ts';
import { name, prose } from './words.ts';

const needs = mapping({
  content: z.array(prose).optional(),
  offer: prose.optional(),
  talking_points: z.array(prose).optional(),
});

const persona = mapping({
  title: prose,
  who: prose.optional(),
  when: condition,
  gives_way_to: oneOrMany(name).optional(),
  goals: z.array(prose).optional(),
  pains: z.array(prose).optional(),
  questions: z.array(prose).optional(),
  needs: z.record(z.string(), needs).optional(),
});

/** `personas.yaml` */
export const personasFile = mapping({ personas: named(persona) });
