/**
 * Control and bidi characters as a stand-in, so that a text cannot show itself as another one; line breaks and tabs stay.
 * What comes out is well-formed Unicode, without the two code points that XML has no place for.
 */
export function visible(text: string): string {
  return text.toWellFormed().replace(
    // oxlint-disable-next-line no-control-regex -- control characters are what is replaced
    /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/g,
    '\ufffd',
  );
}
