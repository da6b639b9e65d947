import subsetFont from 'subset-font';

/** A font as it is published, and what pages use of it. */
export interface Font {
  readonly name: string;
  readonly family: string;
  /** Its weights, as CSS says them. */
  readonly weight: string;
  /** The address of the file that has its Latin letters. */
  readonly file: string;
}

export const fonts: readonly Font[] = [
  {
    name: 'figtree',
    family: 'Figtree',
    weight: '400 650',
    file: import.meta.resolve('@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2'),
  },
  {
    name: 'newsreader',
    family: 'Newsreader',
    weight: '500',
    file: import.meta.resolve('@fontsource/newsreader/files/newsreader-latin-500-normal.woff2'),
  },
];

/** What English is written with: first and last of each run of letters. */
const runs: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  ...Array.from('\u00A0£§©°±·½×÷–—‘’“”•…€↑↓−', (letter): [number, number] => {
    const code = letter.codePointAt(0) ?? 0;
    return [code, code];
  }),
];

/** What sets letters right, and the figures of one width that tables ask for. */
const keepFeatures = ['ccmp', 'kern', 'liga', 'locl', 'mark', 'mkmk', 'rvrn', 'tnum'];

/** A font with the letters of English alone. */
export function englishOf(whole: Uint8Array, { weight }: Font): Promise<Uint8Array> {
  const letters = runs.map(([first, last]) =>
    String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i)),
  );
  const [min, max] = weight.split(' ').map(Number);
  return subsetFont(whole, letters.join(''), {
    targetFormat: 'woff2',
    keepFeatures,
    ...(min !== undefined && max !== undefined && { variationAxes: { wght: { min, max } } }),
  });
}

const hex = (code: number): string => code.toString(16).toUpperCase();

/** Has the browser take these letters from the file beside this style sheet. */
export const faceOf = ({ name, family, weight }: Font): string =>
  `@font-face {
  font-family: ${family};
  font-weight: ${weight};
  font-display: optional;
  src: url('./${name}.woff2') format('woff2');
  unicode-range: ${runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(', ')};
}
`;
