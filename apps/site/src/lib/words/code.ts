/** The pieces of a text in which names and YAML stand between backticks. */
export function inCode(text: string): readonly { readonly words: string; readonly isCode: boolean }[] {
  return text
    .split('`')
    .map((words, at) => ({ words, isCode: at % 2 === 1 }))
    .filter(({ words }) => words !== '');
}
