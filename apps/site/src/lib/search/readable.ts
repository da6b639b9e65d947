/** A page as it is read aloud: a pause where the layout parts two texts, and no lines of source files. */
export const readable = (html: string): string =>
  html
    .replaceAll(/<code>[\w./-]+\.yaml:\d+<\/code>/gu, '')
    .replaceAll(/([^.:?!>\s])((?:<\/\w+>\s*)*<\/dt>|<span class="because)/gu, '$1. $2')
    .replaceAll(/<(?:span|code|b)\b/gu, ' $&')
    .replaceAll(/<\/(?:span|dt|dd|b|td|th|code)>/gu, '$& ');
