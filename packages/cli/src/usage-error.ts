import { colors, type Io } from './io.ts';

/** What commander says about a wrong command line, in our form; for a misspelt choice with what was meant. */
export async function usageError(text: string, io: Io): Promise<string> {
  const { red, cyan } = colors(io, 'stderr');
  const hint = await meant(text);
  return [text, ...(hint === undefined ? [] : [`  ${cyan(hint)}`])]
    .join('\n')
    .replace(/^error: command-argument value /, 'error: ')
    .replace(/^error/, red('error'))
    .replace(
      /\n\((Did you mean )(?:one of )?(.*)\?\)/,
      (_, ask: string, known: string) => `\n  ${cyan(`${ask}${known}?`)}`,
    );
}

/** Commander suggests commands and flags, but no choices. The compiler is loaded when it is needed only. */
async function meant(text: string): Promise<string | undefined> {
  const [, wrong, choices] = /'([^']*)' is invalid\b.* Allowed choices are (.+)\.$/.exec(text) ?? [];
  if (wrong === undefined || choices === undefined) return undefined;
  const { didYouMean } = await import('@smarketing/compiler');
  return didYouMean(wrong, choices.split(', '))?.replaceAll('`', '');
}
