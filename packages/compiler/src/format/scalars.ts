import type { CST } from 'yaml';
import { isMisread } from './misread.ts';

/** A plain or quoted scalar, with quotes if other readers would misread it; its further lines begin at `indent`. */
export function flowScalar({ type, source }: CST.FlowScalar, role: 'key' | 'value', indent: number): string {
  if (type === 'scalar' && isMisread(source, role)) return `'${source}'`;
  const last = source.split('\n').length - 1;
  // A backslash keeps the blank after it.
  const blanks = type === 'double-quoted-scalar' ? /(?<!\\)[ \t]+$/ : /[ \t]+$/;
  const lines = source.split('\n').map((line, index) => {
    const text = index === 0 ? line : line.replace(/^[ \t]+/, '');
    if (index === last) return text;
    return text.replace(blanks, '');
  });
  return lines.join(`\n${' '.repeat(indent)}`).replace(/\n +(?=\n)/g, '\n');
}

/** The sign of a text in lines of its own, such as `>-`. */
export function blockHeader(source: string): string {
  return source.replace(/\d/, '2');
}

/** The lines of such a text, moved to `indent`, without the last line end. */
export function blockBody({ source, indent: around, props }: CST.BlockScalar, indent: number): string {
  const lines = source.replace(/\n$/, '').split('\n');
  const from = bodyIndent(lines, { around, header: headerOf(props) });
  const moved = lines.map((line) =>
    /^ *$/.test(line) && line.length <= from ? '' : ' '.repeat(indent) + line.slice(from),
  );
  return moved.join('\n');
}

function headerOf(props: readonly CST.Token[]): string {
  const header = props.find(({ type }) => type === 'block-scalar-header');
  return header && 'source' in header ? header.source : '';
}

/** How far in the lines of a text begin: as its header says, or as its first line that is not empty does. */
function bodyIndent(
  lines: readonly string[],
  { around, header }: { readonly around: number; readonly header: string },
): number {
  const said = /\d/.exec(header);
  if (said) return around + Number(said[0]);
  const first = lines.find((line) => /[^ ]/.test(line));
  return first === undefined ? Infinity : first.search(/[^ ]/);
}
