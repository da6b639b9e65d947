import { z } from 'zod';
import { condition, mapping, named, oneOrMany } from './shapes.ts';
import { name, prose } from './words.ts';

const needs = mapping({
  content: z
    .array(prose)
    .meta({ description: 'What helps them to read.', examples: [['Checklist for leaving spreadsheets']] })
    .optional(),
  offer: prose
    .meta({ description: 'What they are offered.', examples: ['A demo with their own data'] })
    .optional(),
  talking_points: z
    .array(prose)
    .meta({ description: 'What to talk about.', examples: [['Ask which report hurts most']] })
    .optional(),
});

const persona = mapping({
  title: prose.meta({ description: 'What the persona is called.', examples: ['Head of operations'] }),
  who: prose
    .meta({
      description: 'Who they are.',
      examples: ['Runs the day-to-day of a company of 50 to 1,000 people.'],
    })
    .optional(),
  when: condition.meta({
    description: 'Which leads match; a lead is the first persona that matches.',
    examples: [{ seniority: ['director', 'vp'] }],
  }),
  gives_way_to: oneOrMany(name)
    .meta({
      description: 'Personas above this one that leads who match both belong to, on purpose.',
      examples: ['operations_head'],
    })
    .optional(),
  goals: z
    .array(prose)
    .meta({ description: 'What they want.', examples: [['Fewer tools']] })
    .optional(),
  pains: z
    .array(prose)
    .meta({ description: 'What hurts them.', examples: [['Three systems with three truths']] })
    .optional(),
  questions: z
    .array(prose)
    .meta({ description: 'What they ask.', examples: [['How long does the move take?']] })
    .optional(),
  needs: z.record(z.string(), needs).describe('What they need, by stage.').optional(),
});

/** `personas.yaml` */
export const personasFile = mapping({
  personas: named(persona).describe('The personas by name, in the order in which they are tried.'),
}).meta({ title: 'personas.yaml', description: 'Who the leads are, and what they need.' });
