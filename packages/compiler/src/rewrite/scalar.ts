import { isMisread } from '../format/misread.ts';

/** Text in quotes, as it reads the same to every reader of YAML. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Text as it stands in a file: plain where it is words that no reader takes for something else. */
export function scalarOf(text: string): string {
  return /^[A-Za-z]\w*([-/ ]\w+)*$/.test(text) && !isMisread(text, 'value') ? text : quoted(text);
}
