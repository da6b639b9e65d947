import { visible } from './visible.ts';

/**
 * A plain text message of SARIF. Viewers would put something else in place of `{0}`, so braces are doubled, as the standard asks
 * (3.11.5); they would make a link of `[…](…)`, so a space keeps the two apart.
 */
export function sarifText(text: string): { readonly text: string } {
  return { text: visible(text).replace(/[{}]/g, '$&$&').replaceAll('](', '] (') };
}

/** A path as a relative URI. */
export function relativeUri(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}
