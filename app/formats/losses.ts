/** What of a project a format may be unable to bear, in the words for the person who chooses one. */
export const LOSSES = {
  articles: 'articles and annotations: it is the codebook alone',
  definitions: 'what the codebook says of its labels and attributes beyond their names',
  'unused labels': 'labels and attributes that no annotation has',
  hierarchy: 'which label is a kind of which',
  colours: 'colours and keys of the labels',
  metadata: 'source, author, address, date and language of the articles',
  titles: 'titles of the articles',
  sentences: 'where sentences begin and end',
  reviews: 'which sentences were read and have no label',
  annotators: 'who made an annotation',
  attributes: 'attributes of the annotations',
  mentions: 'where in the article the value of an attribute stands',
  notes: 'notes',
  times: 'when annotations were made and changed',
  ids: 'the ids of articles and annotations, by which Assay would know them again',
  ranges: 'annotations of less, or more, than whole tokens or sentences: they are widened, or cut',
  overlaps: 'annotations that overlap others: the longest is kept',
  unlabelled: 'articles without annotations',
  'control characters': 'control characters in texts: they become U+FFFD',
  'blank space': 'the blank space between sentences',
  text: 'the text outside of annotations',
  'without verdict': 'annotations that have no verdict',
} as const

export type Loss = keyof typeof LOSSES
