/** The registry of benches. To add one: a file that exports a `Bench`, and its name here. */
import type { Bench } from './bench.ts'
import { bundle } from './bundle.ts'
import { durableTag } from './durable-tag.ts'
import { exportJsonl } from './export-jsonl.ts'
import { formats } from './formats.ts'
import { heavyUndo } from './heavy-undo.ts'
import { importArticles } from './import-articles.ts'
import { importMixed } from './import-mixed.ts'
import { keyToPaint } from './key-to-paint.ts'
import { library } from './library.ts'
import { mergeFile } from './merge.ts'
import { names } from './names.ts'
import { openArticle } from './open-article.ts'
import { recovery } from './recovery.ts'
import { scale } from './scale.ts'
import { search } from './search.ts'
import { segmentation } from './segmentation.ts'
import { start } from './start.ts'

export const benches: readonly Bench[] = [
  durableTag,
  importArticles,
  exportJsonl,
  formats,
  keyToPaint,
  openArticle,
  start,
  importMixed,
  mergeFile,
  segmentation,
  names,
  library,
  search,
  heavyUndo,
  recovery,
  scale,
  bundle,
]
