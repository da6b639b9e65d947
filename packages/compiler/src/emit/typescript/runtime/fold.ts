/** How texts are compared: NFC, then the letters A to Z in lower case. */
export function fold(text: string): string {
  return text.normalize('NFC').replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
