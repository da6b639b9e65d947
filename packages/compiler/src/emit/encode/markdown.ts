/** Characters that mean something in Markdown, in HTML, or to a forge (`@name`, `#1`); and what makes an address. */
const special = /[\\`*_{}[\]<>#+!|~@&:$^]|^[-=]|(?<=\d)[.)]|(?<=www)\./gi;

/**
 * Where a forge looks once more, in what Markdown made of it: names, mail, `#1`, `GH-1`, `:tada:`. There `&#64;` is `@` again, so
 * something that nobody sees has to stand in between.
 */
const sought = /@(?=[\p{L}\p{N}])|#(?=\d)|\bGH-(?=\d)|:(?=[\w+-]+:)/giu;
const between = '\u200b';

/**
 * Text for a line of Markdown: nothing in it is markup, a link, a mention, an image or HTML.
 *
 * ```ts
 * markdown('a | b\n<img>'); // 'a &#124; b &#60;img&#62;'
 * markdown('@ann'); // '&#64;&#8203;ann'
 * ```
 */
export function markdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(sought, (found) => `${found}${between}`)
    .replace(special, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll(between, `&#${between.charCodeAt(0)};`);
}

/** An id or another word of ours, as code. */
export function code(word: string): string {
  if (!/^[A-Za-z0-9_.@/:-]+$/.test(word)) throw new TypeError(`not a plain word: ${JSON.stringify(word)}`);
  return `\`${word}\``;
}

/** A table with aligned columns; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], filler = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, filler)).join(' | ')} |`;
  const rule = line(
    head.map(() => ''),
    '-',
  );
  return [line(head), rule, ...rows.map((row) => line(row))].join('\n');
}
