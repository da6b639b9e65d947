import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile, readAgreementFolder } from '../../src/index.ts';
import type { Agreement } from '../../src/ir/types.ts';
import { missingExamples } from '../../src/mutate/missing.ts';
import { mutationScore } from '../../src/mutate/score.ts';
import { searchDifference } from '../../src/mutate/search.ts';
import { withExamples } from '../../src/mutate/yaml.ts';
import type { SourceFile } from '../../src/source/source-file.ts';

const folder = join(import.meta.dirname, '../../../../agreements/starter');
const [files = []] = readAgreementFolder(folder);
const few = files.filter(({ name }) => !name.startsWith('examples/') || name === 'examples/basics.yaml');

function compiled(sources: readonly SourceFile[]): Agreement {
  const [agreement, findings] = compile(sources, { name: 'starter', today: '2026-11-22' });
  if (!agreement) throw new Error(findings.map(({ message }) => message).join(' '));
  return agreement;
}

test(
  'missing examples, written as YAML and read again, notice all for which a lead was found',
  { timeout: 60_000 },
  () => {
    const agreement = compiled(few);
    const { noticed, survivors } = mutationScore(agreement, agreement.examples, {
      distinguish: searchDifference,
    });
    const missing = missingExamples(agreement, survivors);
    const text = withExamples(
      '',
      agreement,
      missing.map(({ example }) => example),
    );
    const again = compiled([...few, { name: 'examples/missing.yaml', path: 'examples/missing.yaml', text }]);
    const added = again.examples.slice(agreement.examples.length);
    expect(added.map(({ id }) => id)).toEqual(missing.map(({ example }) => example.id));

    const after = mutationScore(again, again.examples, { distinguish: searchDifference });
    expect(after.noticed).toBe(
      noticed + survivors.filter(({ found }) => found.verdict === 'different').length,
    );
    expect(after.survivors.map(({ found }) => found.verdict)).not.toContain('different');
  },
);

test('texts in leads stay data', () => {
  const agreement = compiled(few);
  const [example] = agreement.examples;
  if (!example) throw new Error('starter has examples');
  const odd = 'a: [ b ] #\n- { "c" }';
  const text = withExamples('', agreement, [{ ...example, lead: { ...example.lead, account_owner: odd } }]);
  const again = compiled([
    ...few,
    { name: 'examples/odd.yaml', path: 'examples/odd.yaml', text: text.replace(example.id, 'odd') },
  ]);
  expect(again.examples.find(({ id }) => id === 'odd')?.lead['account_owner']).toBe(odd);
});
