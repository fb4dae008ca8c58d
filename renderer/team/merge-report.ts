/** What became of the files of a merge, as a file: all of it for programs, or a table for people. */
import { dsvFormat } from 'd3-dsv'
import { MERGE_OUTCOMES, type MergeReport } from '#app/exchange/merge-report'
import { guarded } from '#app/formats/table/formula'
import { say, sayFailure } from '../messages/messages.ts'
import { saveText } from '../shell/download.ts'
import type { GivenFile } from './merge-store.ts'

/** Saves the report of a merge where the browser saves downloads. */
export function saveMergeReport(files: readonly GivenFile[], as: 'csv' | 'json'): void {
  const text = as === 'csv' ? mergeTable(files) : mergeJson(files)
  saveText(text, as === 'csv' ? 'text/csv' : 'application/json', `${say('team.report-name')}.${as}`)
}

const mergeJson = (files: readonly GivenFile[]): string =>
  `${JSON.stringify(
    files.flatMap(({ name, outcome }) =>
      outcome ? [outcome.ok ? outcome.value : { file: name, failure: outcome.failure }] : [],
    ),
    null,
    2,
  )}\n`

/** A row for each article and annotator, one for each kind of record with its sums, and one for each refused file. */
function mergeTable(files: readonly GivenFile[]): string {
  const head = ['file', 'sender', 'sent', 'about', 'name', 'annotator', 'what', 'count']
  const rows = files.flatMap(({ name, outcome }) => {
    if (!outcome) return []
    if (!outcome.ok) return [[name, '', '', 'file', name, '', sayFailure(outcome.failure.message), '']]
    const { header } = outcome.value
    return rowsOf(outcome.value).map(row => [name, header.by.name, header.at, ...row])
  })
  const table = dsvFormat(',')
  return [head, ...rows].map(row => `${table.formatRow(row.map(cell => guarded(cell, false)))}\r\n`).join('')
}

/** Each: what it is about, its name, the annotator, what became of it, how many. */
function rowsOf({ counts, conflicts, articles }: MergeReport): string[][] {
  const sums = Object.entries(counts).flatMap(([kind, one]) =>
    MERGE_OUTCOMES.filter(outcome => one[outcome] > 0).map(outcome => [
      kind,
      '',
      '',
      outcome,
      String(one[outcome]),
    ]),
  )
  const work = articles.flatMap(({ title, added, annotators, decisions }) => [
    ...(added ? [['article', title, '', 'added', '1']] : []),
    ...annotators.flatMap(({ annotator, ...done }) =>
      (['added', 'changed', 'deleted'] as const)
        .filter(what => done[what] > 0)
        .map(what => ['annotations in the article', title, annotator.name, what, String(done[what])]),
    ),
    ...(decisions > 0 ? [['decisions in the article', title, '', 'changed', String(decisions)]] : []),
  ])
  return [...sums, ...conflicts.map(({ kind, name }) => [kind, name, '', 'conflicting', '1']), ...work]
}
