/**
 * The one door between the renderer and main: every call and every event, with the schema of its input and
 * the type of its output. The preload, the browser host's endpoint and the renderer's client are derived from
 * here; main checks every input against its schema, whichever way it comes. Nothing else crosses.
 */
import { z } from 'zod'
import type { ArticleToDecide } from './adjudication/adjudication-counts.ts'
import type { RuleReport } from './adjudication/by-rule.ts'
import { Rule } from './adjudication/rule.ts'
import type { SentenceToDecide } from './adjudication/sentences-to-decide.ts'
import { Verdict } from './adjudication/verdict.ts'
import type { Failure } from './failure.ts'
import type { Format } from './formats/format.ts'
import { EVERYTHING, Restriction } from './formats/restriction.ts'
import { type Annotation, AttributeValues, Note } from './model/annotation.ts'
import { type Annotator, AnnotatorName } from './model/annotator.ts'
import { type Article, Metadata } from './model/article.ts'
import type { Codebook } from './model/codebook.ts'
import { DecisionCause } from './model/decision.ts'
import { AnnotationId, ArticleId, GroupId, LabelId } from './model/ids.ts'
import type { Progress } from './model/layer.ts'
import { ArticleOrder } from './model/library.ts'
import { Project } from './model/project.ts'
import type { Action, Edit } from './model/record.ts'
import type { Review } from './model/review.ts'
import type { Range } from './text/range.ts'

/** What a call comes to: a value, or a failure for the person. Failures are data, never a stack trace. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

/** What undo and redo would do now; null where there is nothing. */
export interface UndoState {
  readonly undo: Action | null
  readonly redo: Action | null
}

/** Who works here, with which project, in which host. */
export interface Session {
  readonly version: string
  readonly host: 'electron' | 'browser'
  readonly annotator: Annotator
  /** The open project; null where there is none. */
  readonly project: OpenProject | null
  readonly recent: readonly RecentProject[]
  /** True while the person works offline: then nothing is fetched, even on demand. */
  readonly offline: boolean
}

export interface OpenProject {
  readonly project: Project
  /** The file's name without its folder. */
  readonly fileName: string
  readonly codebook: Codebook
  readonly undo: UndoState
}

export interface RecentProject {
  readonly path: string
  readonly name: string
}

/** An article as the library lists it, with the annotator's own progress. */
export interface ArticleSummary
  extends Progress,
    Pick<Article, 'id' | 'title' | 'source' | 'published' | 'language'> {
  readonly sentences: number
}

export interface LibraryPage {
  /** How many articles there are in all that fit the filter. */
  readonly total: number
  readonly articles: readonly ArticleSummary[]
  /** Sums over the whole project. */
  readonly totals: Progress & { readonly articles: number; readonly sentences: number }
}

/** An article with the annotator's own layer on it. */
export interface OpenArticle {
  readonly article: Article
  readonly text: string
  readonly sentences: readonly Range[]
  readonly annotations: readonly Annotation[]
  readonly reviews: readonly Review[]
}

/** What became of one article of an imported file. */
export interface ImportedArticle {
  readonly article: ArticleId
  readonly title: string
  readonly sentences: number
  /** False where the same text was in the project already. */
  readonly added: boolean
  /** How many annotations came with it that the project had not. */
  readonly annotations: number
}

/** What became of an imported file. */
export interface ImportedFile {
  readonly articles: readonly ImportedArticle[]
  /** Files within an archive that could not be read, and why. */
  readonly refused: readonly RefusedMember[]
  /** Labels that the codebook does not have and nobody chose what to do with: their annotations stayed out. */
  readonly unknownLabels: readonly string[]
  /** How many labels the codebook got. */
  readonly labelsAdded: number
  /** Works of a bibliography in it, which complete the other files of the import. */
  readonly works: number
}

export interface RefusedMember {
  readonly name: string
  readonly message: string
}

/** A file as it would come in, before it does. */
export interface SourcePreview {
  /** The first articles in it. */
  readonly drafts: readonly DraftPreview[]
  /** How many there are in all. */
  readonly count: number
  readonly refused: readonly RefusedMember[]
  /** The beginning of the table that the file is; null where it is none. */
  readonly table: TablePreview | null
  /** Whose annotations come with the articles, and how many. */
  readonly annotations: readonly { readonly annotator: string; readonly count: number }[]
  /** Labels that the codebook does not have, the most used first. */
  readonly unknownLabels: readonly { readonly name: string; readonly count: number }[]
}

export interface DraftPreview {
  readonly metadata: Metadata
  /** The beginning of the text. */
  readonly text: string
  /** UTF-16 units of the whole text. */
  readonly length: number
  /** True where the same text is in the project already. */
  readonly known: boolean
}

export interface TablePreview {
  readonly header: readonly string[]
  /** The first rows. */
  readonly rows: readonly (readonly string[])[]
  readonly count: number
  /** What the columns are: as chosen for a table with this head before, else as guessed; null where no column looks like the text. */
  readonly columns: Columns | null
}

/** A page that was fetched: a file like others, and where it came from. */
export interface FetchedFile {
  readonly name: string
  /** Base64. */
  readonly bytes: string
  readonly url: string
  /** The addresses that led there, the one that was asked for first. */
  readonly redirects: readonly string[]
  readonly charset: string | null
}

/** The change is on the disk. */
export interface Saved {
  /** Its place in the project's sequence of changes; null where everything was so already. */
  readonly seq: number | null
  readonly undo: UndoState
  readonly progress: Progress
}

/** The sentences of an article after they were mended; annotations stay on their ranges. */
export interface Mended extends Saved {
  readonly sentences: readonly Range[]
}

export type LayerEdit = Edit<'annotation' | 'review'>

export interface Reverted {
  /** The action that was undone or redone. */
  readonly action: Action
  readonly seq: number | null
  /** What it did to the person's own layers. */
  readonly edits: readonly LayerEdit[]
  /** Where it can be seen; null where it touched no single article, or the article is gone. */
  readonly place: {
    readonly article: ArticleId
    readonly range: Range | null
    /** How far the person has come in it now. */
    readonly progress: Progress
  } | null
  readonly undo: UndoState
}

/** What there is to decide in an article. */
export interface Adjudication {
  readonly article: Article
  readonly text: string
  /** All who have worked in it. */
  readonly annotators: readonly Annotator[]
  readonly sentences: readonly SentenceToDecide[]
}

/** A sentence after it was decided; the progress is that of the gold layer. */
export interface Decided extends Saved {
  readonly sentence: SentenceToDecide
}

export interface KnownAnnotator extends Annotator {
  readonly annotations: number
}

export interface FormatDescription extends Pick<Format, 'id' | 'name' | 'description' | 'packaging'> {
  /** What of the project it cannot bear, in words. */
  readonly losses: readonly string[]
  readonly options: NonNullable<Format['options']>
}

/** An export that is whole. */
export interface Exported {
  readonly fileName: string
  readonly articles: number
  readonly bytes: number
  /** Browser host: where to fetch it, once. Null where it is on the disk at the place that the person chose. */
  readonly download: string | null
}

/** Largest file that is taken, in bytes. */
export const LARGEST_FILE = 64 * 1024 * 1024
const LONGEST_TEXT = LARGEST_FILE

const JobId = z.uuid()
const nothing = z.strictObject({})
const range = { start: z.int().min(0), end: z.int().min(1) }
const ranges = z.array(z.strictObject(range)).min(1).max(50_000)

/** A call: the schema of its input; the type of its output is carried along. */
interface Call<Input extends z.ZodType, Output> {
  readonly input: Input
  readonly output?: Output
}

/** Which column of a table holds what, by the column's name. */
export const Columns = z
  .strictObject({
    text: z.string(),
    title: z.string().optional(),
    source: z.string().optional(),
    author: z.string().optional(),
    url: z.string().optional(),
    published: z.string().optional(),
    language: z.string().optional(),
    /** What the whole text is: the id or name of a label. */
    label: z.string().optional(),
    /** Who gave that label. */
    annotator: z.string().optional(),
  })
  .readonly()
export type Columns = z.infer<typeof Columns>

/** What an article is made of. */
const Content = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    name: z.string().min(1).max(1000),
    bytes: z.instanceof(Uint8Array),
    /** For a table: which column is what; undefined to guess. */
    columns: Columns.optional(),
    /** For a page that was fetched: from where, and in which encoding. */
    url: z.string().max(4000).optional(),
    charset: z.string().max(100).optional(),
    /** The id of the format of an annotated corpus that it is; undefined to recognise it. */
    format: z.string().max(50).optional(),
  }),
  z.strictObject({
    kind: z.literal('paste'),
    title: z.string().max(4000),
    text: z.string().max(LONGEST_TEXT),
  }),
])
export type Content = z.infer<typeof Content>

/** What the person changed of a draft in the preview. */
const Correction = z.strictObject({
  /** Its place in the file, from 0. */
  draft: z.int().min(0),
  metadata: Metadata.unwrap().partial(),
})
export type Correction = z.infer<typeof Correction>

const call =
  <Output>() =>
  <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input })

export const calls = {
  /** Who works here, with which project. */
  'session.state': call<Session>()(nothing),
  /** Changes the name of the person who works here, in this and in every later project. */
  'session.rename': call<Session>()(z.strictObject({ name: AnnotatorName })),
  /** Whether Assay may fetch a page when the person asks for it. */
  'session.offline': call<Session>()(z.strictObject({ offline: z.boolean() })),

  /** Makes a project and opens it. Null: the person dismissed the dialog. */
  'project.create': call<Session | null>()(z.strictObject({ name: Project.unwrap().shape.name })),
  /** Opens a project; without a path the host asks for one. Null: the person dismissed the dialog. */
  'project.open': call<Session | null>()(z.strictObject({ path: z.string().min(1).max(4096).nullable() })),

  'library.page': call<LibraryPage>()(
    z.strictObject({
      /** Words that have to occur in title or text; empty for all articles. */
      filter: z.string().max(1000),
      order: ArticleOrder,
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
  ),

  'article.open': call<OpenArticle>()(z.strictObject({ article: ArticleId })),
  /** What a file, or a pasted text, would come in as. Nothing is written. */
  'source.preview': call<SourcePreview>()(z.strictObject({ content: Content })),
  /** Fetches a page that the person asked for. Refused while they work offline. */
  'source.fetch': call<FetchedFile>()(z.strictObject({ address: z.string().min(1).max(4000) })),
  /** Imports a file, or a pasted text. The articles of one group are undone as one. */
  'article.import': call<ImportedFile>()(
    z.strictObject({
      group: GroupId,
      content: Content,
      corrections: z.array(Correction).max(1000).default([]),
      /** What becomes of labels that the codebook has not, by their names; others are left out. */
      labels: z.record(z.string().max(1000), z.union([z.literal('add'), LabelId])).default({}),
    }),
  ),

  /** Puts a label on ranges, each annotation under the id given for it. */
  'layer.tag': call<Saved>()(
    z.strictObject({
      article: ArticleId,
      label: LabelId,
      ranges: z
        .array(z.strictObject({ ...range, id: AnnotationId }))
        .min(1)
        .max(50_000),
    }),
  ),
  /** Takes one label, or all, off ranges. */
  'layer.untag': call<Saved>()(z.strictObject({ article: ArticleId, label: LabelId.nullable(), ranges })),
  /** Says that sentences have been read, or takes that back. */
  'layer.review': call<Saved>()(z.strictObject({ article: ArticleId, reviewed: z.boolean(), ranges })),
  /** Changes the note and attributes of an annotation. */
  'layer.annotate': call<Saved>()(
    z.strictObject({ article: ArticleId, annotation: AnnotationId, note: Note, attributes: AttributeValues }),
  ),

  /** Splits the sentence that has this offset there, or joins the sentence that has it with the next one. */
  'sentences.mend': call<Mended>()(
    z.strictObject({ article: ArticleId, how: z.enum(['split', 'join']), offset: z.int().min(0) }),
  ),

  'history.undo': call<Reverted>()(nothing),
  'history.redo': call<Reverted>()(nothing),

  /** Everybody who is known in the project, and how many annotations each has. */
  'annotator.list': call<readonly KnownAnnotator[]>()(nothing),

  /** What is to be decided, and what was, by article. */
  'adjudication.queue': call<readonly ArticleToDecide[]>()(nothing),
  /** The sentences of one article that somebody has reviewed, as they stand or the most urgent first. */
  'adjudication.article': call<Adjudication>()(
    z.strictObject({ article: ArticleId, order: z.enum(['text', 'disagreed-first']).default('text') }),
  ),
  /** Decides one sentence; whoever decides later writes over it. */
  'adjudication.decide': call<Decided>()(
    z.strictObject({
      article: ArticleId,
      sentence: z.strictObject(range),
      verdict: Verdict,
      cause: DecisionCause.default(''),
      reason: Note.default(''),
    }),
  ),
  /** Decides by a rule what no person has decided, in one article or (null) all; a dry run only counts. */
  'adjudication.by-rule': call<RuleReport>()(
    z.strictObject({
      rule: Rule,
      article: ArticleId.nullable().default(null),
      dryRun: z.boolean().default(false),
      job: JobId,
    }),
  ),

  'export.formats': call<readonly FormatDescription[]>()(nothing),
  /** Writes the corpus; the host asks where. Null: the person dismissed the dialog. */
  'export.write': call<Exported | null>()(
    z.strictObject({
      format: z.string().max(50),
      restriction: Restriction.default(EVERYTHING),
      /** The options of the format; see `WriteOptions`. */
      raw: z.boolean().default(false),
      partition: z.boolean().default(false),
      /** Whether the codebook, or a manifest, goes along. */
      codebook: z.boolean().default(false),
      manifest: z.boolean().default(false),
      job: JobId,
    }),
  ),
  /** Stops a job; what it wrote is removed. */
  'job.cancel': call<null>()(z.strictObject({ job: JobId })),
} as const

export type CallName = keyof typeof calls
/** What a caller gives. */
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>
/** What a service gets: checked. */
export type Checked<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Output<N extends CallName> = Exclude<(typeof calls)[N]['output'], undefined>

/** Every call as a function: what main implements. */
export type Services = {
  readonly [N in CallName]: (input: Checked<N>) => Output<N> | Promise<Output<N>>
}

/** What the menu of the host, or a file opened from outside, asks the renderer to do. */
export const Command = z.enum([
  'new-project',
  'open-project',
  'import-files',
  'paste-article',
  'export',
  'undo',
  'redo',
  'show-keys',
  'settings',
])
export type Command = z.infer<typeof Command>

/** What main tells every window. */
export interface Events {
  /** Articles changed, by this window or by another, or (null) more than can be named. `seq` is the last change. */
  readonly changed: { readonly articles: readonly ArticleId[] | null; readonly seq: number }
  /** The project, the person or the recent projects changed. */
  readonly session: Session
  /** How far a job has come, in articles. */
  readonly progress: { readonly job: string; readonly done: number; readonly total: number }
  readonly command: { readonly command: Command }
}

export type EventName = keyof Events
export const eventNames: readonly EventName[] = ['changed', 'session', 'progress', 'command']

/** An event as it travels. */
export type AnyEvent = {
  readonly [N in EventName]: { readonly name: N; readonly payload: Events[N] }
}[EventName]

/** What a host puts at the renderer's disposal: the preload as `window.assay`, the browser host over HTTP. */
export interface Door {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Outcome<Output<N>>>
  /** @returns a function that stops listening */
  listen(listener: (event: AnyEvent) => void): () => void
}

export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name)
