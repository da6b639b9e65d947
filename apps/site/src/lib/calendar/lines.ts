/** Text inside a calendar: RFC 5545, 3.3.11. Other control characters have no place in it. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[^\P{Cc}\t\n]/gu, ' ')
    .replaceAll(/[\\;,]/gu, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

const most = 75;

/** A content line with its end, folded so that no line has more than 75 octets: RFC 5545, 3.1. */
export function contentLine(line: string): string {
  const lines: string[] = [];
  let now = '';
  for (const character of line) {
    if (octets(now) + octets(character) > most) {
      lines.push(now);
      now = ' ';
    }
    now += character;
  }
  return `${[...lines, now].join('\r\n')}\r\n`;
}

const octets = (text: string) => Buffer.byteLength(text);
