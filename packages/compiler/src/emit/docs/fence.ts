/** Code in Markdown. */
export function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${inFence(text)}\n\`\`\``;
}

/** A backtick at the beginning of a line could end the block. */
export function inFence(text: string): string {
  return text.replaceAll('`', '\\u0060');
}

/** A line that prints a value, and the value that it prints. */
export function prints(expression: string, value: unknown): string {
  return `console.log(JSON.stringify(${expression})); // ${inFence(JSON.stringify(value))}`;
}
