export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const token = /<\?xml [^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Reads XML as strictly as is needed to see that it is well-formed; the root element. */
export function parseXml(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let end = 0;
  for (const match of xml.matchAll(token)) {
    const [all, closed, opened, attributes = '', isEmpty, text] = match;
    end += all.length;
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    if (text !== undefined) open.at(-1)!.text += decoded(text);
    if (opened === undefined) continue;
    const element = { name: opened, attributes: attributesOf(attributes), children: [], text: '' };
    open.at(-1)!.children.push(element);
    if (isEmpty === '') open.push(element);
  }
  if (end !== xml.length) throw new Error(`Not well-formed at ${end}: ${xml.slice(end, end + 40)}`);
  if (open.length !== 1 || top.children.length !== 1 || top.text.trim() !== '')
    throw new Error('There is not one root element');
  return top.children[0]!;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = text.matchAll(/ ([\w-]+)="([^"]*)"/g);
  return Object.fromEntries(Array.from(pairs, ([, name, value]) => [name, decoded(value ?? '')]));
}

function decoded(text: string): string {
  if (text.includes(']]>')) throw new Error(']]> stands in a text');
  return text.replace(/&(?:#(\d+)|(\w+));|&/g, (reference, code?: string, name?: string) => {
    const character = code === undefined ? named[name ?? ''] : String.fromCodePoint(Number(code));
    if (character === undefined) throw new Error(`${reference} is no reference`);
    return character;
  });
}
