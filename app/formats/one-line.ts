/** A text on one line: any blank space within is one blank. */
export const onOneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about
  text.replace(/[\s\x1c-\x1f\x85]+/g, ' ').trim()
