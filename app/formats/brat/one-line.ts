/** What ends a line for Python's `splitlines`, by which brat reads its files, and so may not stand in one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they end lines there
export const LINE_BREAK: RegExp = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g

/** Text on one line, without blank space around it. */
export const onOneLine = (text: string): string => text.replace(LINE_BREAK, ' ').trim()
