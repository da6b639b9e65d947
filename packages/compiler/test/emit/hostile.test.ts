import { beforeEach, expect, it } from 'vitest';
import { emitPackageFiles } from '../../src/emit/index.ts';
import type { Agreement } from '../../src/ir/index.ts';
import { everything } from '../ir/everything.ts';
import { type Generated, generate, textOf } from './engines.ts';

const canary = globalThis as { canary?: unknown };

beforeEach(() => {
  delete canary.canary;
});

const payloads = [
  `'; globalThis.canary = 1; '`,
  `"; globalThis.canary = 1; "`,
  '`; globalThis.canary = 1; `',
  '${globalThis.canary = 1}',
  '*/ globalThis.canary = 1; /*',
  '\n globalThis.canary = 1; //',
  '\u2028 globalThis.canary = 1; \u2029',
  '\\u0027; globalThis.canary = 1; //',
  '</script><script>globalThis.canary = 1</script>',
  '<!-- --> ]]> <img src=x onerror="canary=1">',
  '__proto__',
  '\ud800 \0 \u202e \ufeff',
  "$& $1 $` $' $$",
];

/** Keys whose texts are the author's own words; all others are ids, or chosen from a list. */
const words = new Set([
  'title',
  'summary',
  'means',
  'not',
  'label',
  'because',
  'definition',
  'says',
  'unit',
  'who',
  'head',
  'final_because',
  'does',
  'avoid',
  'goals',
  'pains',
  'questions',
  'name',
]);

/** The agreement with the payload in every text of the author's. */
function poisoned(agreement: Agreement, payload: string): Agreement {
  const poison = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (typeof value === 'string' || (value === null && words.has(key))) {
      return words.has(key) ? payload : value;
    }
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, name)]));
  };
  const copy = poison(agreement, '') as Agreement;
  const [rule] = copy.scores[0]?.rules ?? [];
  const texts = {
    kind: 'text',
    subject: { kind: 'field', id: 'title' },
    op: 'contains',
    values: [payload],
  } as const;
  return {
    ...copy,
    name: agreement.name,
    terms: [
      {
        kind: 'term',
        id: 'word',
        title: payload,
        means: payload,
        not: payload,
        avoid: [payload],
        span: { file: payload, line: 1, col: 1, end_line: 1, end_col: 1 },
      },
    ],
    parties: [{ id: 'sales', title: payload, head: payload, approvers: [payload] }],
    scores: copy.scores.map((score, index) =>
      index > 0 || rule === undefined
        ? score
        : {
            ...score,
            rules: [
              {
                ...rule,
                kind: 'lead_rule',
                table: null,
                when: texts,
                span: { ...rule.span, file: payload },
              },
              ...score.rules.slice(1),
            ],
          },
    ),
  };
}

it.each(payloads)('words stay words: %j', async (payload) => {
  const agreement = poisoned(everything, payload);
  const generated = await generate(agreement);
  const { decide, parseLead, agreement: about } = generated.engine;
  decide(parseLead({ id: payload.replaceAll(/[\0\ud800]/g, ''), created_at: 0, title: 'x' }), { asOf: 0 });
  expect(canary.canary).toBeUndefined();
  expect((about as unknown as Agreement).title).toBe(payload);
  for (const { text } of generated.files.filter(({ path }) => /\.[jt]s$/.test(path))) {
    expect(text).not.toMatch(/[^\x20-\x7e\n]/);
    expect(text).not.toMatch(/<\/script|<!--/);
  }
  expect(commentsOf(generated)).not.toContain('canary');
});

it('hostile words are text in the README', () => {
  for (const payload of payloads) {
    const { readme } = emitPackageFiles(poisoned(everything, payload), { packageName: '@acme/engine' });
    const outside = readme.text.replaceAll(/```[\s\S]*?```/g, '');
    expect(outside).not.toMatch(/<(?!br>)|`;|\$\{|\u2028|\u202e|\0/);
  }
});

it('refuses names that are none', async () => {
  const [first] = everything.fields;
  const named = (id: string): Agreement => ({
    ...everything,
    fields: [{ ...(first as NonNullable<typeof first>), id }],
  });
  await expect(generate(named('a-b'))).rejects.toThrow('not an id');
  await expect(generate(named('__proto__'))).rejects.toThrow('not an id');
  await expect(generate(everything, { packageName: 'a"; x' })).rejects.toThrow('not a package name');
});

function commentsOf(generated: Generated): string {
  const code = textOf(generated, 'engine.ts').replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');
  return (code.match(/\/\/.*|\/\*[\s\S]*?\*\//g) ?? []).join('\n');
}
