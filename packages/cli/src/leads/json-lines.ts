import { CannotRun } from '../cannot-run.ts';
import type { LeadSource, SourceLead } from './lead.ts';

const longestLine = 1_000_000;

/** One lead a line, as the engine takes it. Empty lines are passed over. */
export async function* readJsonLines({ text, shown }: LeadSource): AsyncGenerator<SourceLead> {
  let place = 0;
  for await (const line of lines(text)) {
    place += 1;
    if (line.length > longestLine)
      throw new CannotRun(`${shown} line ${place} is longer than a million characters.`);
    if (line.trim() !== '') yield readLine(line, place);
  }
}

function readLine(line: string, place: number): SourceLead {
  const input = parse(line);
  if (typeof input === 'object' && input !== null && !Array.isArray(input)) return { place, input };
  const reason = input === undefined ? 'is not JSON' : 'is not an object';
  return { place, problems: [{ where: null, reason, message: `${reason}; a line is one lead: {"id": …}` }] };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function* lines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
    if (rest.length > longestLine) yield rest;
  }
  if (rest !== '') yield rest;
}
