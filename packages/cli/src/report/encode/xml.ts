import { visible } from './visible.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text between tags. Every `>` is escaped, so that `]]>` cannot stand in it. */
export function xmlText(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n')).replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** An element with its attributes, in their order, around what is XML already. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[] = [],
): string {
  const start = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${quoted(value)}"`)];
  return inside.length === 0 ? `<${start.join(' ')}/>` : `<${start.join(' ')}>${inside.join('')}</${name}>`;
}

/** Parsers make spaces of line breaks and tabs in attributes, unless they stand as references. */
function quoted(value: string | number): string {
  return xmlText(String(value)).replace(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
