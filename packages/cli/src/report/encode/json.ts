/** JSON for a file or a pipe. Characters that would let a text rewrite the terminal are escaped: nothing is lost. */
export function jsonText(value: object): string {
  const json = JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${json}\n`;
}
