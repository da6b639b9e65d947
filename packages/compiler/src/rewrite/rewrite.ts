/** What a person meant by a text, as the language writes it; `undefined` where more than one thing could be meant. */
export type Rewrite = (text: string) => string | undefined;
