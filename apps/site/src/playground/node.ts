/** An element of a page, before it is one: the build writes it as HTML, the browser makes it. */
export interface ViewNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ViewNode | string)[];
}

export type Child = ViewNode | string | null;

/**
 * ```ts
 * h('a', { href: '/acme/' }, 'Acme')
 * ```
 */
export const h = (
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Child | readonly Child[])[]
): ViewNode => ({ tag, attributes, children: children.flat().filter((child) => child !== null) });

/** The element itself. Texts become text, never markup. */
export function toElement({ tag, attributes, children }: ViewNode): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === 'string' ? child : toElement(child))));
  return element;
}
