/** A calendar's component: its properties in order, and those inside. */
export interface Component {
  readonly name: string;
  readonly properties: readonly {
    readonly name: string;
    readonly parameters: string;
    readonly value: string;
  }[];
  readonly inside: readonly Component[];
}

/** Reads a calendar as strictly as RFC 5545 (3.1) writes: every line ends with CR LF, has 75 octets and a name. */
export function readCalendar(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('The last line has no end');
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[^\P{Cc}\t]/u.test(line)) throw new Error(`A control character: ${JSON.stringify(line)}`);
    if (Buffer.byteLength(line) > 75) throw new Error(`Too long: ${line}`);
  }
  const unfolded = lines.join('\r\n').replaceAll('\r\n ', '').split('\r\n');
  const stack: { name: string; properties: Component['properties'][number][]; inside: Component[] }[] = [
    { name: '', properties: [], inside: [] },
  ];
  for (const line of unfolded) {
    const [, name, parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=[^";:,]+)*):(.*)$/u.exec(line) ?? [];
    if (name === undefined) throw new Error(`No content line: ${line}`);
    if (name === 'BEGIN') stack.push({ name: value, properties: [], inside: [] });
    else if (name === 'END') {
      const done = stack.pop();
      if (done?.name !== value) throw new Error(`${value} ends where ${done?.name} is open`);
      stack.at(-1)?.inside.push(done);
    } else stack.at(-1)?.properties.push({ name, parameters, value });
  }
  const [only, ...rest] = stack[0]?.inside ?? [];
  if (stack.length !== 1 || only === undefined || rest.length > 0) throw new Error('Not one calendar');
  return only;
}

/** The one property of a name. */
export function valueOf({ name: of, properties }: Component, name: string): string {
  const [only, ...rest] = properties.filter((property) => property.name === name);
  if (only === undefined || rest.length > 0) throw new Error(`${of} needs one ${name}`);
  return only.value;
}

/** A text as it was before it was escaped; an escape that is none is refused. */
export const readText = (value: string): string =>
  value.replaceAll(/\\(.?)|[;,]/gu, (all, character: string | undefined) => {
    if (character === 'n') return '\n';
    if (character === undefined || !'\\;,'.includes(character)) throw new Error(`No escape: ${all}`);
    return character;
  });
