import type { Corpus } from './corpus.ts'
import type { Format, GivenFile } from './format.ts'
import { firstLine } from './lines.ts'
import { articlesOf } from './prodigy/read-tasks.ts'
import { namesOf, taskLines } from './prodigy/write-tasks.ts'

/** A data set of Prodigy, as `prodigy db-in` takes it and `db-out` gives it: a task for each article and annotator. */
export const prodigy: Format = {
  id: 'prodigy',
  name: 'Prodigy',
  description:
    'One article and annotator a line, with tokens and spans, for Prodigy and for spaCy’s span finder.',
  extension: 'jsonl',
  packaging: 'file',
  offsets: 'code points',
  losses: ['definitions', 'unused labels', 'hierarchy', 'colours'],
  *write(corpus) {
    yield { path: 'prodigy.jsonl', content: lines(corpus) }
  },
  read: {
    recognises: ([file, ...others]) =>
      file !== undefined && others.length === 0 && /\.(?:jsonl|ndjson)$/i.test(file.path) && isTask(file),
    read: ([file]) => ({ labels: [], attributes: [], articles: file ? articlesOf(file.text()) : [] }),
  },
}

function* lines(corpus: Corpus): Generator<string> {
  const names = namesOf(corpus)
  for (const one of corpus.articles) for (const line of taskLines(one, names)) yield `${line}\n`
}

/** Tokens make a task some twenty times as long as its text. */
const LONGEST_TASK = 200_000_000

/** Whether the first line is a text with what only Prodigy writes to it, or with spans as it takes them. */
function isTask(file: GivenFile): boolean {
  try {
    const task: unknown = JSON.parse(firstLine(file.text(), LONGEST_TASK))
    if (typeof task !== 'object' || task === null || !('text' in task)) return false
    const spans: unknown[] = 'spans' in task && Array.isArray(task.spans) ? task.spans : []
    return '_input_hash' in task || '_task_hash' in task || '_view_id' in task || spans.some(isSpan)
  } catch {
    return false
  }
}

const isSpan = (span: unknown): boolean =>
  typeof span === 'object' && span !== null && 'start' in span && 'end' in span && 'label' in span
