import { type Property, withExamples } from '@smarketing/compiler';
import type { Example } from '@smarketing/compiler/ir';
import { colors, type Io, write } from '../io.ts';
import type { Checked } from '../load/checked.ts';
import { wrapped } from './text.ts';

export interface Answer {
  readonly property: Property;
  /** The lead that refutes it, with what is decided about it today. */
  readonly example: Example | null;
  /** The file to which the example was added. */
  readonly written: string | null;
  readonly loaded: Checked;
}

const verdicts = { proved: 'Proved', refuted: 'Refuted', unknown: 'Not known' } as const;
const why = {
  proved: 'It holds of every lead.',
  refuted: 'It does not hold of',
  unknown: 'Neither was shown:',
} as const;

/** The answer to a question: the verdict first, then a lead that refutes it, in words and as an example. */
export async function reportAnswer(
  answer: Answer,
  { format }: { readonly format?: 'text' | 'json' },
  io: Io,
): Promise<void> {
  const text = format === 'json' ? `${JSON.stringify(asJson(answer), null, 2)}\n` : inWords(answer, io);
  await write(io, 'stdout', text);
}

function inWords({ property, example, written, loaded }: Answer, io: Io): string {
  const { bold, cyan, dim, green, red, yellow } = colors(io, 'stdout');
  const { verdict, witness, reason, says } = property;
  const mark = { proved: green('✓'), refuted: red('✗'), unknown: yellow('?') }[verdict];
  const because = witness ? ` ${witness.says}.` : verdict === 'unknown' ? ` ${reason ?? ''}.` : '';
  const lines = [
    `${mark} ${bold(verdicts[verdict])}  ${dim(loaded.shown)}`,
    ...wrapped(says, io.columns - 4).map((line) => `    ${line}`),
    ...wrapped(`${why[verdict]}${because}`, io.columns - 2).map((line) => `  ${line}`),
  ];
  if (written !== null) {
    lines.push(
      '',
      ...wrapped(`Added to ${written}, with what is decided today. Read it before you keep it.`, io.columns),
    );
  } else if (example) {
    lines.push('', dim('As an example, with what is decided today:'), '', exampleText(example, loaded), '');
    lines.push(cyan('Add it with: --add-example <id>'));
  }
  return `${lines.join('\n')}\n`;
}

/** As it stands below `examples:`. */
function exampleText(example: Example, { agreement }: Checked): string {
  const text = withExamples('', agreement, [example]).trimEnd();
  return text.slice(text.indexOf('\n') + 1);
}

function asJson({ property, example, written, loaded }: Answer): object {
  const { says, verdict, witness, reason } = property;
  return {
    agreement: loaded.agreement.name,
    question: says,
    verdict,
    witness,
    reason,
    example: example && exampleText(example, loaded),
    written,
  };
}
