import type { Format, GivenFile } from './format.ts'
import { configFile, NO_CONFIG, readConfig } from './label-studio/config.ts'
import { articlesOf } from './label-studio/read-tasks.ts'
import { taskFile } from './label-studio/write-tasks.ts'

/**
 * Label Studio, both ways: the tasks with their annotations, and the labeling configuration that shows them.
 * Offsets in code points: since 2022 its editor converts what the browser counts (`charsToCodePoints` in
 * `selection-tools`, `[...text]` in `domManager`); before, they were UTF-16 units.
 */
export const labelStudio: Format = {
  id: 'label-studio',
  name: 'Label Studio',
  description: 'Tasks with annotations and a labeling configuration, to go on with in Label Studio.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'code points',
  losses: ['definitions', 'hierarchy'],
  *write(corpus) {
    yield { path: TASKS, content: taskFile(corpus) }
    yield { path: CONFIG, content: configFile(corpus.codebook) }
  },
  read: {
    recognises: files => files.some(holdsTasks),
    read: files => {
      const given = files.find(isConfig)
      const config = given ? readConfig(given) : NO_CONFIG
      const tasks = files.filter(holdsTasks)
      return { labels: config.labels, attributes: config.attributes, articles: articlesOf(tasks, config) }
    },
  },
}

const TASKS = 'tasks.json'
const CONFIG = 'labeling-config.xml'

const isConfig = (file: GivenFile): boolean =>
  /\.xml$/i.test(file.path) && /^\s*(?:<!--.*?-->\s*)*<View\b/s.test(file.text().slice(0, 20_000))

/** Marks of an export: of its JSON, of that of before 1.0, and of JSON-MIN. */
const MARKS = [/"annotations"\s*:\s*\[/, /"completions"\s*:\s*\[/, /"annotation_id"\s*:/]
const DATA = /"data"\s*:\s*\{|"annotator"\s*:/

/** A file is looked through whole, as what comes after a long text tells it from others; nothing is parsed. */
function holdsTasks(file: GivenFile): boolean {
  if (!/\.json$/i.test(file.path)) return false
  const text = file.text()
  return /^\s*(?:\[\s*)?\{/.test(text) && DATA.test(text) && MARKS.some(mark => mark.test(text))
}
