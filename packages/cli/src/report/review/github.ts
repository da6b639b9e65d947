import type { Level, ReviewFile } from '@smarketing/review';
import { workflowCommand } from '../encode/workflow-command.ts';
import { counted } from '../text.ts';
import { type Placed, placed } from './reviewed.ts';

/** As many as GitHub shows of a kind for one step. */
const shown = 10;

const commands = { breaking: 'warning', notable: 'notice' } as const;

/** Annotations of GitHub Actions: what is breaking as warnings, what is notable as notices, and a count of the rest. */
export function reviewAnnotations(file: Pick<ReviewFile, 'agreements'>): string {
  const changes = placed(file);
  const of = (level: Level): readonly Placed[] => changes.filter(({ change }) => change.level === level);
  const lines = (['breaking', 'notable'] as const).flatMap((level) => {
    // One of the notices may have to tell of the rest.
    const most = level === 'notable' ? shown - 1 : shown;
    return of(level)
      .slice(0, most)
      .map((one) => annotation(commands[level], one));
  });
  const rest = Math.max(0, of('breaking').length - shown) + Math.max(0, of('notable').length - shown + 1);
  if (rest > 0)
    lines.push(
      workflowCommand({
        command: 'notice',
        properties: { title: 'smarketing review' },
        message: `There are ${counted(rest, 'more change')}. All of them: smarketing diff`,
      }),
    );
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(command: 'warning' | 'notice', { change, path }: Placed): string {
  const { after, says, kind, harderFor } = change;
  const whom =
    harderFor === 'nobody' ? '' : `\nHarder for ${harderFor === 'both' ? 'both teams' : harderFor}.`;
  return workflowCommand({
    command,
    properties: { file: path, line: after?.line, endLine: after?.end_line, title: kind },
    message: `${says}${whom}`,
  });
}
