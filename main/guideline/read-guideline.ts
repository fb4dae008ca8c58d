import { codebookDifferences } from '#app/codebook/codebook-differences'
import type { GuidelineNews, ReadGuideline } from '#app/contract'
import { codebookVersion } from '#app/model/codebook-version'
import { guidelineVersion } from '#app/model/guideline'
import type { AnnotatorId } from '#app/model/ids'
import { lineDifferences } from '#app/text/line-differences'
import type { Store } from '#main/store/store'

/** What an annotator has read last. */
interface LastRead {
  readonly text: string
  readonly codebook: string
}

/** The guideline of a project, and what is new of it and of the codebook since an annotator has read them. */
export function readGuideline(store: Store, annotator: AnnotatorId): ReadGuideline {
  const { tables } = store
  const guideline = tables.guideline.get(tables.project.only().id)
  const text = guideline?.text ?? ''
  return {
    text,
    version: guidelineVersion({ text }),
    by: guideline ? (tables.annotator.get(guideline.by) ?? null) : null,
    at: guideline?.at ?? null,
    forThisCodebook: guideline?.codebook === codebookVersion(store.codebook()),
    news: newsSince(store, lastReadBy(store, annotator), text),
  }
}

/** Notes that an annotator has read the guideline and the codebook as they are. */
export function noteRead({ db, tables, codebook }: Store, annotator: AnnotatorId): void {
  const text = tables.guideline.get(tables.project.only().id)?.text ?? ''
  db.prepare(
    'insert or replace into guidelines_read (annotator, text, codebook, at) values (?, ?, ?, ?)',
  ).run(annotator, text, codebookVersion(codebook()), new Date().toISOString())
}

const lastReadBy = ({ db }: Store, annotator: AnnotatorId): LastRead | undefined =>
  db
    .prepare<[string], LastRead>('select text, codebook from guidelines_read where annotator = ?')
    .get(annotator)

function newsSince(
  { tables, codebook }: Store,
  last: LastRead | undefined,
  text: string,
): GuidelineNews | null {
  if (!last) return null
  const now = codebook()
  // A codebook that was changed is in an edition: the change put it there.
  const then = last.codebook === codebookVersion(now) ? undefined : tables.edition.ofVersion(last.codebook)
  const news: GuidelineNews = {
    lines: last.text === text ? [] : lineDifferences(last.text, text),
    codebook: then ? codebookDifferences(then, now) : [],
  }
  return news.lines.length + news.codebook.length > 0 ? news : null
}
