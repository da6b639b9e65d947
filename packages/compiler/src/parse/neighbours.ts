import type { Slip } from './slips.ts';

/** The line at an offset, or the one after it, where it stands one blank further in or out than the lines around it. */
export function outOfLine(text: string, at: number): Slip | undefined {
  const lines = text.split('\n');
  const own = text.slice(0, at).split('\n').length - 1;
  const [here, next] = [neighbours(lines, own), neighbours(lines, own + 1)];
  const index = here.length > next.length ? own : own + 1;
  const [other] = index === own ? here : next;
  if (other === undefined) return undefined;
  const line = lines[index] ?? '';
  const indent = indentOf(line);
  const from = lines.slice(0, index).join('\n').length + (index > 0 ? 1 : 0) + indent;
  const [first = ''] = /^(?:- *)?\S+/.exec(line.slice(indent)) ?? [];
  return {
    problem: `this line stands ${blanks(indent)} in; its neighbours ${other}.`,
    help: `Put ${blanks(other)} before it.`,
    from,
    to: from + first.length,
  };
}

export function indentOf(line: string): number {
  return line.length - line.replace(/^ +/, '').length;
}

function blanks(count: number): string {
  return count === 1 ? '1 blank' : `${count} blanks`;
}

/** How far in the next lines of the same form stand, above and below, where that is one blank more or less. */
function neighbours(lines: readonly string[], index: number): readonly number[] {
  const line = lines[index] ?? '';
  const form = formOf(line);
  const indent = indentOf(line);
  if (form === undefined) return [];
  const near = [lines.slice(0, index).toReversed(), lines.slice(index + 1)].flatMap((others) => {
    const outside = others.findIndex((other) => other.trim() !== '' && indentOf(other) < indent - 1);
    const inside = others
      .slice(0, outside === -1 ? undefined : outside)
      .filter((other) => formOf(other) === form);
    const first = inside.map(indentOf).find((other) => Math.abs(other - indent) < 2);
    return first === undefined ? [] : [first];
  });
  return near.every((other) => other === near[0] && other !== indent) ? near : [];
}

/** Lines of one list begin with a dash, those of one mapping with a key. */
function formOf(line: string): 'item' | 'entry' | undefined {
  if (/^ *-(?: |$)/.test(line)) return 'item';
  return /^ *[\w'"][^:#]*:(?: |$)/.test(line) ? 'entry' : undefined;
}
