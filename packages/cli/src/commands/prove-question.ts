import { ask, hasErrors, type Property, readQuestion } from '@smarketing/compiler';
import type { Example } from '@smarketing/compiler/ir';
import { CannotRun } from '../cannot-run.ts';
import { appendExamples } from '../examples/append.ts';
import { exit } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Checked, loadChecked } from '../load/checked.ts';
import { findFolder } from '../load/folders.ts';
import { exampleOf } from '../proofs/example.ts';
import { reportAnswer } from '../report/answer.ts';
import { reportDiagnostics } from '../report/diagnostics.ts';
import type { ProveOptions } from './prove.ts';

export interface QuestionOptions extends ProveOptions {
  readonly question: string;
}

const file = 'examples/from_proofs.yaml';

/** Answers a question about all leads; keeps the lead that refutes it as an example, if it is asked to. */
export async function proveQuestion(options: QuestionOptions, io: Io): Promise<number> {
  const { question, addExample: id } = options;
  const folder = findFolder(options.agreement, io);
  const loaded = await loadChecked(folder, { ...options, proofs: false }, io);
  if (!loaded) return exit.findings;
  if (id !== undefined) refuseBadId(id, loaded);
  const [assertion, found] = readQuestion(loaded.sources, question);
  if (!assertion || hasErrors(found)) {
    const sources = [...loaded.sources, { path: 'question', name: 'question', text: question }];
    await reportDiagnostics({ diagnostics: found, sources, shown: '.' }, io);
    return exit.couldNotRun;
  }
  const property = ask(loaded.agreement, assertion);
  const example = exampleFor(property, { id: id ?? freeId(loaded), question, loaded });
  if (example && id !== undefined) appendExamples({ folder, file }, loaded.agreement, [example]);
  const written = example && id !== undefined ? `${loaded.shown}/${file}` : null;
  await reportAnswer({ property, example, written, loaded }, options, io);
  return property.verdict === 'proved' ? exit.fine : exit.findings;
}

function exampleFor(
  { witness, span }: Property,
  { id, question, loaded }: { readonly id: string; readonly question: string; readonly loaded: Checked },
): Example | null {
  const says = `A lead that refutes “${question.trim().replaceAll(/\s+/g, ' ')}”.`;
  return witness && exampleOf(loaded.agreement, witness, { id, says, span });
}

function refuseBadId(id: string, { agreement }: Checked): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(id)) {
    throw new CannotRun(
      `An example cannot be called ${id}.`,
      'Small letters, digits and _, with a letter first.',
    );
  }
  if (agreement.examples.some((example) => example.id === id)) {
    throw new CannotRun(
      `The agreement ${agreement.name} has an example ${id} already.`,
      'Choose another name.',
    );
  }
}

function freeId({ agreement: { examples } }: Checked): string {
  const taken = new Set(examples.map(({ id }) => id));
  let count = 1;
  while (taken.has(`from_a_proof_${count}`)) count += 1;
  return `from_a_proof_${count}`;
}
