/**
 * How texts are compared: NFC, then the letters A–Z in lower case; nothing else is folded.
 *
 * ```ts
 * fold('HEAD of Vertrieb für Ägypten'); // 'head of vertrieb für Ägypten'
 * ```
 */
export function fold(text: string): string {
  return text.normalize('NFC').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
