/** No value of a lead is longer than 10,000 characters, each one or two units of UTF-16. */
const longest = 20_000;

/**
 * How texts are compared: NFC, then the letters A–Z in lower case; nothing else is folded.
 * A longer text than any value is compared as it is: it equals nothing, and to bring its marks into order may take minutes.
 *
 * ```ts
 * fold('HEAD of Vertrieb für Ägypten'); // 'head of vertrieb für Ägypten'
 * ```
 */
export function fold(text: string): string {
  if (text.length > longest) return text;
  return text.normalize('NFC').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
