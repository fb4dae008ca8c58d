/** What became of the files of an import, in words, and as a file. */
import { say, sayFailure } from '../messages/messages.ts'
import { saveText } from '../shell/download.ts'
import type { Chosen } from './import-store.ts'

export function outcomeOf({ result }: Chosen): 'added' | 'known' | 'refused' {
  if (!result || 'failed' in result) return 'refused'
  const came = result.articles.some(article => article.added || article.annotations > 0)
  return came || result.works > 0 || result.labelsAdded > 0 ? 'added' : 'known'
}

export function describe({ result }: Chosen): string {
  if (!result) return say('transfer.not-imported')
  if ('failed' in result) return result.failed
  const added = result.articles.filter(article => article.added)
  const [first] = added
  const annotations = result.articles.reduce((sum, article) => sum + article.annotations, 0)
  const nothing = added.length === 0 && annotations === 0 && result.works === 0 && result.labelsAdded === 0
  const parts = [
    added.length > 1 ? say('transfer.some-articles', { count: added.length }) : '',
    added.length === 1 && first ? say('transfer.some-sentences', { count: first.sentences }) : '',
    result.works > 0 ? say('transfer.some-works', { count: result.works }) : '',
    annotations > 0 ? say('transfer.some-annotations', { count: annotations }) : '',
    result.labelsAdded > 0 ? say('transfer.some-labels', { count: result.labelsAdded }) : '',
    nothing ? say('transfer.nothing-added') : '',
    result.unknownLabels.length > 0
      ? say('transfer.left-out', { labels: result.unknownLabels.join(', ') })
      : '',
    ...result.refused.map(({ name, message }) => `${name}: ${sayFailure(message)}`),
  ]
  return parts.filter(Boolean).join('; ')
}

/** Saves what became of each file as a table of two columns and more, separated by tabs. */
export function saveReport(files: readonly Chosen[]): void {
  const rows = files.map(file => [
    file.name,
    say(`transfer.outcome-${file.result ? outcomeOf(file) : 'none'}`),
    describe(file),
  ])
  const head = [say('transfer.report-file'), say('transfer.report-outcome'), say('transfer.report-what')]
  const lines = [head, ...rows].map(row => row.map(plain).join('\t'))
  saveText(`${lines.join('\r\n')}\r\n`, 'text/tab-separated-values', `${say('transfer.report-name')}.tsv`)
}

/** A cell on one line, which no spreadsheet runs as a formula. */
const plain = (cell: string): string => cell.replace(/\s+/g, ' ').replace(/^(?=[=+\-@])/, "'")
