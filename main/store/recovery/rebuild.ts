/** Makes a whole project of records that were gathered from a damaged one. */
import { v7 as uuidv7 } from 'uuid'
import { GOLD } from '#app/model/annotator'
import { articleId } from '#app/model/article'
import { type AnnotatorId, ArticleId, type LabelId, ProjectId } from '#app/model/ids'
import { label } from '#app/model/label'
import { type Kind, type KindedRecord, ofKind, type Records, recordSchemas } from '#app/model/record'
import { isSegmentation } from '#app/model/segmentation'
import { detectLanguage } from '#app/text/language'
import { segment } from '#app/text/segmentation/segment'
import { titleOf } from '#app/text/title'
import { TABLE_OF } from '#main/exchange/entries'
import { sha256 } from '#main/import/import-draft'
import { type Pause, unwatched } from '../pause.ts'
import { idOfRecord } from '../record-id.ts'
import type { Store } from '../store.ts'
import { tableOf } from '../tables/tables.ts'
import { copyRest } from './copy-rest.ts'
import { type Remembered, rememberedIn, standingIn } from './remembered.ts'

export interface Rebuilt {
  /** How many records of each kind the new project has. */
  readonly records: Readonly<Record<Kind, number>>
  /** How many of them were brought back from the history. */
  readonly fromHistory: number
  /** What had to be made anew, a sentence each. */
  readonly remade: readonly string[]
  /** Records that are known to have been there, and could not be recovered. */
  readonly lost: {
    readonly articles: readonly { readonly id: string; readonly title: string }[]
    readonly counts: Readonly<Partial<Record<Kind, number>>>
  }
}

const KINDS = Object.keys(recordSchemas) as Kind[] // its keys

/** Earlier than all that a clock has made: whatever a colleague has of the record comes after it. */
const firstRevision = (by: AnnotatorId): string => `${'0'.repeat(12)}-0000-${by}-${'0'.repeat(12)}`

/**
 * @param from rows as they were found
 * @param to an empty project, to be filled
 * @param name for it, where it is lost
 * @param pause is told of records
 */
export function rebuild(from: Store, to: Store, name: string, pause: Pause = unwatched): Rebuilt {
  const remembered = rememberedIn(from.db)
  const remade: string[] = []
  const lostArticles: { id: string; title: string }[] = []
  const lost = new Map<Kind, number>()
  let fromHistory = 0
  const total = KINDS.reduce((sum, kind) => sum + countOf(from, kind), 0)
  let tried = 0

  const put = <K extends Kind>(kind: K, record: Records[K], revision = firstRevision(GOLD.id)): void =>
    tableOf(to.tables, kind).put(record, revision, [])

  /** A record that was found whole, else as the history has it last; undefined for neither. */
  function found(kind: Kind, id: string): Remembered | undefined {
    const version = readable(from, kind, id)
    if (version) return version
    const kept = remembered(kind, id)
    const record = kept && recordSchemas[kind].safeParse(kept.record).data
    if (!record || !isOf(kind, id, record)) return undefined
    fromHistory++
    return { ...kept, record }
  }

  function needAnnotator(id: AnnotatorId): void {
    if (to.tables.annotator.get(id)) return
    const anonymous = { id, name: `Annotator ${id.slice(-6)}` }
    put('annotator', anonymous)
    remade.push(`The name of an annotator is lost; they are called ${anonymous.name} now.`)
  }

  function needLabel(id: LabelId): void {
    if (to.tables.label.get(id)) return
    const position = to.codebook().labels.length
    put('label', label({ id, name: id, position }))
    remade.push(`What the codebook said of the label “${id}” is lost.`)
  }

  /** Whether a record can stand in the new project; what else it needs there is made. */
  function canStand({ kind, record }: KindedRecord): boolean {
    switch (kind) {
      case 'article': {
        const { id, importedBy } = record
        if (!keepText(id)) return false
        needAnnotator(importedBy)
        return true
      }
      case 'segmentation': {
        const { article, sentences } = record
        return to.tables.article.get(article) !== undefined && isSegmentation(textOf(article), sentences)
      }
      case 'annotation': {
        const { article, annotator, label: id, end } = record
        if (!to.tables.article.get(article) || end > textOf(article).length) return false
        needAnnotator(annotator)
        needLabel(id)
        return true
      }
      case 'review':
      case 'decision': {
        const { article, end } = record
        if (!to.tables.article.get(article) || end > textOf(article).length) return false
        needAnnotator(kind === 'decision' ? record.by : record.annotator)
        return true
      }
      case 'edition':
        needAnnotator(record.by)
        return true
      case 'guideline':
        needAnnotator(record.by)
        return true
      case 'collection': {
        const { dealtTo } = record
        if (dealtTo !== null) needAnnotator(dealtTo)
        return true
      }
      case 'membership':
        needAnnotator(record.by)
        return true
      case 'dealing': {
        const { by, to: recipients } = record
        for (const one of [by, ...recipients]) needAnnotator(one)
        return true
      }
      case 'identity':
        needAnnotator(record.annotator)
        return true
      default:
        return true
    }
  }

  const textOf = (id: ArticleId): string => to.tables.article.text(id) ?? ''

  /** Keeps a text that is whole: its id is made of it. */
  function keepText(id: ArticleId): boolean {
    const text = from.tables.article.text(id)
    if (text === undefined || articleId(sha256(text)) !== id) return false
    to.tables.article.keepText(id, text)
    return true
  }

  function recoverAll(kind: Kind): void {
    for (const id of idsIn(from, kind, remembered.lostIn(kind))) {
      pause(Math.min(++tried, total), total)
      const version = found(kind, id)
      if (version && canStand(ofKind(kind, version.record))) {
        tableOf(to.tables, kind).put(version.record, version.revision, version.seen)
        continue
      }
      lost.set(kind, (lost.get(kind) ?? 0) + 1)
      if (kind === 'article')
        lostArticles.push({ id, title: (version?.record as Records['article'] | undefined)?.title ?? '' })
    }
  }

  /** Texts whose article cannot be found any more are articles again, with what their words tell. */
  function articlesOfTexts(): void {
    const bare = from.db
      .prepare<[], string>(
        `select article from texts where article not in (select record from tombstones where kind = 'article')`,
      )
      .pluck()
    for (const id of bare.all().map(one => ArticleId.parse(one))) {
      if (to.tables.article.get(id) || !keepText(id)) continue
      const text = textOf(id)
      const [annotator = GOLD] = to.tables.annotator.all()
      needAnnotator(annotator.id)
      put('article', {
        ...{ id, title: titleOf(text), source: '', author: '', url: '', published: '' },
        ...{ language: detectLanguage(text), origin: null },
        ...{ imported: new Date().toISOString(), importedBy: annotator.id },
      })
      remade.push(`What was known of the article “${titleOf(text)}” is lost, but for its text.`)
      const at = lostArticles.findIndex(one => one.id === id)
      if (at < 0) continue
      lostArticles.splice(at, 1)
      lost.set('article', (lost.get('article') ?? 1) - 1)
    }
  }

  function sentencesOfArticles(): void {
    for (const article of to.tables.article.ids()) {
      const about = to.tables.segmentation.get(article) ? undefined : to.tables.article.get(article)
      if (!about) continue
      const { id, title, language } = about
      put('segmentation', { article: id, sentences: segment(textOf(id), language), mended: false })
      remade.push(`The sentences of “${title}” are lost, and were found again in its text.`)
    }
  }

  function projectItself(): void {
    if (to.db.prepare('select count(*) from project').pluck().get() !== 0) return
    // Its guideline bears its id.
    const kept = to.db.prepare<[], ProjectId>('select id from guidelines').pluck().get()
    put('project', { id: kept ?? ProjectId.parse(uuidv7()), name, created: new Date().toISOString() })
    remade.push(
      kept
        ? 'The name of the project is lost; it is called as its file now.'
        : 'Which project it was is lost; exchange files of colleagues will take it for another one.',
    )
  }

  // Not within a transaction, which cannot attach another file.
  to.db.prepare('attach ? as salvaged').run(from.path)
  to.together(() => {
    for (const kind of KINDS) {
      recoverAll(kind)
      if (kind === 'article') articlesOfTexts()
      if (kind === 'segmentation') sentencesOfArticles()
    }
    projectItself()
    copyRest(to.db)
    fromHistory += standAgain(from, to)
    deriveAnew(to)
  })
  to.db.exec('detach salvaged')
  return {
    records: Object.fromEntries(KINDS.map(kind => [kind, countOf(to, kind)])) as Record<Kind, number>, // of all kinds
    fromHistory,
    remade,
    lost: { articles: lostArticles, counts: Object.fromEntries([...lost].filter(([, count]) => count > 0)) },
  }
}

/** Puts back what stands against records and is lost from its table. @returns how many versions */
function standAgain(from: Store, { db, versions: kept }: Store): number {
  const stand = db.prepare(`insert or ignore into siblings (kind, record, revision, seen, deleted, value)
    values (?, ?, ?, ?, ?, ?)`)
  let count = 0
  for (const { kind, id, versions } of standingIn(from.db)) {
    if (kept.of(kind, id).length === 0) continue
    for (const { revision, seen, deleted, record } of versions) {
      const row = [kind, id, revision, seen.join(' '), deleted ? 1 : 0, JSON.stringify(record)]
      count += stand.run(...row).changes
    }
  }
  return count
}

/** A record as its table has it; undefined where it is not what a record of its kind has to be. */
function readable(from: Store, kind: Kind, id: string): Remembered | undefined {
  try {
    const version = tableOf(from.tables, kind).version(id)
    const record = version && recordSchemas[kind].safeParse(version.record).data
    return record && { ...version, record }
  } catch {
    return undefined
  }
}

/** Whether a record is the one of an id: a page of the history that is damaged may name another one. */
const isOf = (kind: Kind, id: string, record: Records[Kind]): boolean =>
  // Of one kind, as its schema has found.
  idOfRecord({ kind, after: record } as Parameters<typeof idOfRecord>[0]) === id

/** The ids of a kind: articles in the order of their import, then those that only the history knows. */
function* idsIn({ db }: Store, kind: Kind, lost: Iterable<string>): Generator<string> {
  const { table, id } = TABLE_OF[kind]
  const order = kind === 'article' ? 'key' : '1'
  yield* db.prepare<[], string>(`select ${id} from ${table} order by ${order}`).pluck().iterate()
  yield* lost
}

function deriveAnew({ db, progress, disputes, tables }: Store): void {
  const annotators = db
    .prepare<[string, string], string>(
      'select annotator from annotations where article = ? union select annotator from reviews where article = ?',
    )
    .pluck()
  for (const id of tables.article.ids()) {
    const layers = annotators.all(id, id)
    for (const annotator of layers) progress.refresh(id, annotator)
    if (layers.length > 0) disputes.refresh(id)
  }
}

const countOf = ({ db }: Store, kind: Kind): number =>
  db.prepare<[], number>(`select count(*) from ${TABLE_OF[kind].table}`).pluck().get() ?? 0
