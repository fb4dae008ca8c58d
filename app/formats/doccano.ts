import { labelConfig, readLabelConfig } from './doccano/label-config.ts'
import { articlesOf, type ExampleFile } from './doccano/read-examples.ts'
import { articleLines, sentenceLines } from './doccano/write-examples.ts'
import type { Format, GivenFile } from './format.ts'
import { firstLine } from './lines.ts'

/**
 * doccano, both ways: articles for a project of sequence labelling, their sentences for one of text classification,
 * and the labels. Its page counts UTF-16 units, unless a project counts grapheme clusters; its server counts nothing.
 */
export const doccano: Format = {
  id: 'doccano',
  name: 'doccano',
  description:
    'Articles with labelled spans, sentences with labels, and the labels, for import into doccano.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'UTF-16 units',
  losses: ['definitions', 'unused labels', 'hierarchy'],
  *write(corpus) {
    yield { path: ARTICLES, content: articleLines(corpus) }
    yield { path: SENTENCES, content: sentenceLines(corpus) }
    yield { path: LABELS, content: [labelConfig(corpus.codebook)] }
  },
  read: {
    recognises: files => {
      const examples = examplesAmong(files)
      return examples.length > 0 && examples.every(({ file }) => holdsExamples(file))
    },
    read: files => ({
      labels: files.filter(isLabelConfig).flatMap(readLabelConfig),
      attributes: [],
      articles: articlesOf(examplesAmong(files)),
    }),
  },
}

const ARTICLES = 'sequence_labeling.jsonl'
const SENTENCES = 'text_classification.jsonl'
const LABELS = 'label_config.json'

const nameOf = ({ path }: GivenFile): string => path.slice(path.lastIndexOf('/') + 1)
const isLabelConfig = (file: GivenFile): boolean => nameOf(file) === LABELS

/**
 * The files to be read: those that are no labels, and no sentences of articles that are there too. doccano gives a
 * file for each annotator, by whose name it is called; one alone may be called anything.
 */
function examplesAmong(files: readonly GivenFile[]): ExampleFile[] {
  const articles = files.some(file => nameOf(file) === ARTICLES)
  const examples = files.filter(
    file => /\.jsonl?$/i.test(file.path) && !isLabelConfig(file) && !(articles && nameOf(file) === SENTENCES),
  )
  return examples.map(file => {
    const name = nameOf(file).replace(/\.jsonl?$/i, '')
    const own = nameOf(file) === ARTICLES || nameOf(file) === SENTENCES
    return { file, annotator: examples.length === 1 || own || name === 'all' ? undefined : name }
  })
}

/** Whether the first example has a text and labels in one of doccano's forms. */
function holdsExamples(file: GivenFile): boolean {
  try {
    const line = firstLine(file.text(), 100_000_000)
    const value: unknown = JSON.parse(line.startsWith('[') ? file.text() : line)
    const example: unknown = Array.isArray(value) ? value[0] : value
    if (typeof example !== 'object' || example === null) return false
    if (!('text' in example) || typeof example.text !== 'string') return false
    const fields = new Map<string, unknown>(Object.entries(example))
    if (['_input_hash', '_view_id', 'spans', 'tokens'].some(field => fields.has(field))) return false
    return FIELDS.some(([field, isLabel]) => {
      const labels = fields.get(field)
      return Array.isArray(labels) && labels.every(isLabel) && (labels.length > 0 || field !== 'annotations')
    })
  } catch {
    return false
  }
}

const isTriple = (label: unknown): boolean => Array.isArray(label) && label.length === 3
const isName = (label: unknown): boolean => typeof label === 'string' || isTriple(label)
const isPlaced = (label: unknown): boolean =>
  isTriple(label) || (typeof label === 'object' && label !== null && 'start_offset' in label)
const isOld = (label: unknown): boolean =>
  typeof label === 'object' && label !== null && 'label' in label && ('user' in label || isPlaced(label))

const FIELDS: readonly (readonly [string, (label: unknown) => boolean])[] = [
  ['label', isName],
  ['labels', isName],
  ['entities', isPlaced],
  ['annotations', isOld],
]
