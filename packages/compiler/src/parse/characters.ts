/**
 * What no text of an agreement may hold: control characters but tab and line ends, bidirectional controls, zero-width
 * characters (joiners, which emoji and some scripts need, are fine), spaces that only look like one, the byte order mark,
 * lone surrogates, the separators U+2028 and U+2029, and more marks on one letter than any script has: to bring those of a
 * megabyte into order takes hours.
 */
const refused =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u00a0\u061c\u2007\u200b\u200e\u200f\u2028-\u202f\u2060-\u2069\ufeff]|\p{Cs}|\p{M}{31,}/gu;

/** Where the first refused characters of a text stand (UTF-16 offsets), and their names (`U+200B`). */
export function refusedCharacters(
  text: string,
  most: number,
): { readonly offset: number; readonly name: string }[] {
  const found = [];
  for (const { 0: character, index } of text.matchAll(refused)) {
    if (found.length >= most) break;
    found.push({ offset: index, name: codePoint(character) });
  }
  return found;
}

function codePoint(characters: string): string {
  const code = characters.codePointAt(0) ?? 0;
  const point = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return `${point} (${characters.length > 1 ? 'one of more than 30 marks on one letter' : kindOf(code)})`;
}

/** What people may have heard it called. */
function kindOf(code: number): string {
  if (code === 0xa0 || code === 0x2007 || code === 0x202f) return 'a blank at which no line breaks';
  if (code === 0x200b || code === 0x2060 || code === 0xfeff) return 'a blank without a width';
  if (code === 0x2028 || code === 0x2029) return 'a line break of a word processor';
  if (code < 0xa0) return 'a control character';
  return code >= 0xd800 && code < 0xe000
    ? 'half of a character'
    : 'a mark that turns the direction of writing';
}
