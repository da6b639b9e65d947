import { z } from 'zod';
import { because, inner, keyedBy, mapping, named, oneOrMany } from './shapes.ts';
import { dayNames } from './sla.ts';
import { date, duration, money, name, percent, period, prose } from './words.ts';

const range = <T>(value: z.ZodType<T>): z.ZodType<{ value: T; low: T | null; high: T | null }> => {
  const bounded = mapping({
    value: value.describe('The estimate.'),
    low: value.describe('The lower bound of the middle 90%.').optional(),
    high: value.describe('The upper bound of the middle 90%.').optional(),
  });
  return z.union([bounded, value]).transform((given) => {
    const { value: middle, low = null, high = null } = isRange<T>(given) ? given : { value: given as T };
    return { value: middle, low, high };
  }) as z.ZodType<{ value: T; low: T | null; high: T | null }>;
};

function isRange<T>(given: unknown): given is { value: T; low?: T; high?: T } {
  return typeof given === 'object' && given !== null && 'value' in given;
}

const count: z.ZodType<number> = z.number().min(0).max(1_000_000_000);
const repeats: z.ZodType<number> = z.number().min(1).max(300);
const origin = {
  source: prose.meta({
    description: 'Where the assumption comes from.',
    examples: ['CRM export Q3', "Sales manager's estimate"],
  }),
  as_of: date.describe('The day the source is of.').optional(),
  because: because.optional(),
};

const options = z.record(z.string(), z.string());
const shares = z.record(z.string(), percent);
const spread = {
  shares: shares
    .meta({
      description: 'The share of each option, flag or text; they sum to 100%.',
      examples: [{ individual: '50%', manager: '50%' }],
    })
    .optional(),
  ranges: z
    .array(
      mapping({
        between: z
          .tuple([z.number(), z.number()])
          .describe('The lowest and the highest value, both included.'),
        share: percent.describe('The share of this range.'),
      }),
    )
    .min(1)
    .meta({
      description: 'For numbers: the share of each range, in which all values are alike.',
      examples: [
        [
          { between: [1, 49], share: '60%' },
          { between: [50, 999], share: '40%' },
        ],
      ],
    })
    .optional(),
  missing: percent.describe('With `ranges`: the share of which it is not known.').optional(),
};

export type SpreadInput = z.output<z.ZodObject<typeof spread>>;

const kinds = [
  mapping({
    kind: z.literal('arrivals').describe('How many leads come.'),
    leads: range(count).meta({
      description: 'How many leads come in each period.',
      examples: [2500, { value: 2500, low: 2200, high: 2900 }],
    }),
    per: period.describe('The period.'),
    with: options
      .meta({ description: 'Which options these leads have.', examples: [{ country: 'de' }] })
      .optional(),
    weekly: keyedBy(dayNames, percent)
      .meta({
        description: 'How they are shared out over a week; the days sum to 100%.',
        examples: [{ weekdays: '18%', weekend: '5%' }],
      })
      .optional(),
    seasonal: z
      .record(z.string().regex(/^(0?[1-9]|1[0-2])$/), percent)
      .meta({ description: 'The scale of months, 1 to 12.', examples: [{ 8: '80%', 12: '70%' }] })
      .optional(),
    cost: range(money)
      .meta({ description: 'What each lead costs.', examples: [35] })
      .optional(),
    ...origin,
  }),
  mapping({
    kind: z.literal('mix').describe('How the values of a field are shared out.'),
    field: name.meta({ description: 'The field.', examples: ['seniority'] }),
    ...spread,
    ...origin,
  }),
  mapping({
    kind: z.literal('behaviour').describe('Which share of leads causes an event, and how often.'),
    event: name.meta({ description: 'The event.', examples: ['page_viewed'] }),
    share: range(percent).meta({ description: 'The share of leads that cause it.', examples: ['60%'] }),
    times: range(count)
      .meta({ description: 'How often on average, of those who cause it at all.', examples: [3.5] })
      .optional(),
    within: duration.describe('Within which time after the lead came.'),
    with: options
      .meta({ description: 'Only leads with these options cause it.', examples: [{ source: 'trade_show' }] })
      .optional(),
    properties: named(mapping(spread), inner)
      .meta({
        description: 'How the values of its properties are shared out.',
        examples: [{ form: { shares: { newsletter: '80%', contact_sales: '20%' } } }],
      })
      .optional(),
    ...origin,
  }),
  mapping({
    kind: z.literal('conversion').describe('Which share of one stage comes to another.'),
    from: name.meta({ description: 'The stage they come from.', examples: ['mql'] }),
    to: name.meta({ description: 'The stage they come to.', examples: ['sql'] }),
    rate: range(percent).meta({
      description: 'The share that comes to it.',
      examples: ['40%', { value: '40%', low: '30%', high: '50%' }],
    }),
    takes: range(duration)
      .meta({
        description: 'How long it takes from the moment people begin to work on the lead.',
        examples: ['2 days'],
      })
      .optional(),
    ...origin,
  }),
  mapping({
    kind: z.literal('capacity').describe('How many leads the people of a queue can work.'),
    queue: name.meta({ description: 'The queue.', examples: ['inbound'] }),
    people: range(count).meta({ description: 'How many people work it.', examples: [3] }),
    per_person: range(count).meta({
      description: 'How many leads one person can work in each period.',
      examples: [20],
    }),
    per: period.describe('The period.'),
    ...origin,
  }),
  mapping({
    kind: z.literal('money').describe('What deals are worth, and how long they take.'),
    deal_size: range(money).meta({
      description: 'What a deal is worth.',
      examples: [1000, { value: 1000, low: 600, high: 1800 }],
    }),
    cycle: range(duration)
      .meta({ description: 'How long a deal takes.', examples: ['45 days'] })
      .optional(),
    ...origin,
  }),
  mapping({
    kind: z.literal('response').describe('How conversion changes with the time until a promise is kept.'),
    promise: name.meta({ description: 'The promise.', examples: ['first_contact'] }),
    effect: z
      .array(
        mapping({
          within: duration.describe('Kept within this time.'),
          rate: percent.describe('How much of the conversion is left then.'),
        }),
      )
      .min(1)
      .meta({
        description: 'What is left of the conversion, by the time it took.',
        examples: [[{ within: '24 hours', rate: '60%' }]],
      }),
    ...origin,
  }),
  mapping({
    kind: z
      .literal('activity')
      .describe('What people, systems or leads do after something: how soon, and how often.'),
    event: name.meta({ description: 'The event that happens.', examples: ['call_made', 'receipt_sent'] }),
    after: oneOrMany(name).meta({
      description:
        'After which stages or events. What sales does in a stage begins when somebody begins to work on the lead there; anything else when the lead enters it.',
      examples: ['mql', ['demo_requested', 'price_asked']],
    }),
    share: range(percent)
      .meta({ description: 'For which share of leads it happens at all.', examples: ['15%'] })
      .optional(),
    times: range(repeats)
      .meta({
        description:
          'How often on average, of those for whom it happens at all, while they stay in the stage.',
        examples: [6, { value: 6, low: 4, high: 8 }],
      })
      .optional(),
    takes: range(duration)
      .meta({ description: 'How long it takes until it happens.', examples: ['2 hours'] })
      .optional(),
    every: range(duration)
      .meta({ description: 'How long from one time to the next, if not as `takes`.', examples: ['2 days'] })
      .optional(),
    effort: range(duration)
      .meta({
        description: 'Working time that each costs the person who has the lead: what else they have waits.',
        examples: ['10 minutes'],
      })
      .optional(),
    calendar: z
      .string()
      .meta({
        description:
          'In whose hours it happens: a calendar, or always. Of what sales does those of its people, if not said.',
        examples: ['berlin', 'always'],
      })
      .optional(),
    ...origin,
  }),
  mapping({
    kind: z
      .literal('transfer')
      .describe('Which share of the leads that are handed over changes hands, and when.'),
    event: name.meta({ description: 'The event that tells it.', examples: ['owner_changed'] }),
    from: name
      .meta({ description: 'Of this queue only; of every queue, if not said.', examples: ['inbound'] })
      .optional(),
    to: name
      .meta({
        description: 'The queue that gets them; somebody else of the same queue, if not said.',
        examples: ['enterprise'],
      })
      .optional(),
    share: range(percent).meta({ description: 'The share that changes hands.', examples: ['5%'] }),
    takes: range(duration)
      .meta({
        description: 'How long they lie there, and nobody works them, before they change hands.',
        examples: ['3 hours'],
      })
      .optional(),
    ...origin,
  }),
] as const;

export type AssumptionInput = z.output<(typeof kinds)[number]>;

/** `forecast.yaml` */
export const forecastFile = mapping({
  assumptions: named(z.discriminatedUnion('kind', kinds)).describe(
    'What the forecast assumes, by id; each assumption has a source.',
  ),
}).meta({ title: 'forecast.yaml', description: 'What the forecast assumes, and where each number is from.' });
