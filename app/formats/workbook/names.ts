/** Names of sheets that are looked for again. */
export const SENTENCES = 'Sentences'
export const LONG_TEXTS = 'Long texts'
