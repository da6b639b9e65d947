import type { Colors } from '../io.ts';
import type { Loaded } from '../load/agreement.ts';
import { isOpen, type Stated, type Standing, standingOf } from '../proofs/proved.ts';
import { placeOf } from './place.ts';
import { wrapped } from './text.ts';

export interface PropertyWords {
  readonly paint: Colors;
  readonly loaded: Pick<Loaded, 'sources'>;
  readonly columns: number;
  readonly verbose: boolean;
}

export function marks({ green, red, yellow }: Colors): Record<Standing, string> {
  return { proved: green('✓'), refuted: red('✗'), unknown: yellow('?'), waived: yellow('~') };
}

/** Whether a property has lines of its own: all that does not hold, what the teams assert, and how far scores go. */
export function isListed(stated: Stated, verbose: boolean): boolean {
  const { topic, says, about, verdict } = stated;
  const isRange = topic === 'scores' && says.startsWith(`${about} lies between `);
  return verbose || verdict !== 'proved' || topic === 'assertions' || isRange;
}

/** The sentence with its mark; below it why it does not hold, with the place and what to do, or a lead that shows it. */
export function propertyLines(stated: Stated, words: PropertyWords): readonly string[] {
  const { paint, columns, verbose } = words;
  const mark = marks(paint)[standingOf(stated)];
  const [first = '', ...more] = wrapped(stated.says, columns - 6);
  const below =
    stated.verdict !== 'proved'
      ? reasons(stated, words)
      : verbose && stated.witness
        ? said(`Such as ${stated.witness.says}.`, { columns, tone: paint.dim })
        : [];
  return [`    ${mark} ${first}`, ...more.map((line) => `      ${line}`), ...below];
}

function reasons(stated: Stated, { paint, loaded, columns }: PropertyWords): string[] {
  const { witness, reason, finding, waiver, span } = stated;
  const why = witness
    ? `Not so for ${witness.says}.`
    : (finding?.message ?? `It is not known: ${reason ?? 'no reason was given'}.`);
  const code = finding?.code ?? 'not-proved';
  const accepted = waiver && `Waived until ${waiver.until}: ${waiver.because}`;
  return [
    ...said(why, { columns, tone: isOpen(stated) ? plain : paint.dim }),
    `      ${paint.dim(`${placeOf(span, loaded)}  ${code}`)}`,
    ...(accepted ? said(accepted, { columns, tone: paint.yellow }) : []),
    ...(isOpen(stated) && finding?.help ? said(finding.help, { columns, tone: paint.cyan }) : []),
  ];
}

/** A text below a property, broken to the width of the terminal. */
function said(
  text: string,
  { columns, tone }: { readonly columns: number; readonly tone: (text: string) => string },
): string[] {
  return wrapped(text, columns - 6).map((line) => `      ${tone(line)}`);
}

function plain(text: string): string {
  return text;
}
