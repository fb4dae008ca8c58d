import { z } from 'zod'
import type { Annotation } from '../model/annotation.ts'
import { LONGEST_VALUE } from '../model/attribute.ts'
import { AnnotationId, AnnotatorId, ArticleId, AttributeId, LabelId } from '../model/ids.ts'
import { call, JobId, step } from './call.ts'

/** A value of an attribute, and how many annotations have it. */
export interface KnownName {
  readonly value: string
  readonly uses: number
}

export interface NamePage {
  readonly total: number
  readonly names: readonly KnownName[]
}

/** How many annotations have a value: the person's own, which can be changed, and those of others. */
export interface ValueUses {
  readonly own: number
  readonly others: number
}

/** One claim or pledge, and where it was made: what the annotations with one value of a link have in common. */
export interface RegisterEntry {
  /** Its wording: the value that links. */
  readonly value: string
  /** Annotations, of all annotators. */
  readonly uses: number
  /** Different places in the corpus. */
  readonly appearances: number
  readonly articles: number
  /** The article that was published first, else imported first. */
  readonly first: AppearedIn | null
  /** Who said it, the most frequent first. */
  readonly by: readonly KnownName[]
  /** What checking came to, the most frequent first. */
  readonly verdicts: readonly KnownName[]
}

export interface AppearedIn {
  readonly id: ArticleId
  readonly title: string
  readonly source: string
  /** As the article has it; empty where that is not known. */
  readonly published: string
}

export interface RegisterPage {
  readonly total: number
  readonly entries: readonly RegisterEntry[]
}

/** An annotation, as far as it is shown outside of its article. */
export interface Appearance {
  readonly annotation: Annotation
  readonly annotator: string
  /** Whether it is the person's own. */
  readonly own: boolean
  readonly article: AppearedIn
  /** What it covers, cut where it is very long. */
  readonly text: string
}

export interface AppearancePage {
  readonly total: number
  readonly appearances: readonly Appearance[]
}

/** A place on the walk through the annotations with a label. */
export const WalkPlace = z
  .strictObject({
    label: LabelId,
    annotator: AnnotatorId,
    article: ArticleId,
    start: z.int().min(0),
    id: AnnotationId,
  })
  .readonly()
export type WalkPlace = z.infer<typeof WalkPlace>

/** A part of a list that is walked and not counted. */
export interface UnlinkedPage {
  readonly appearances: readonly Appearance[]
  /** From where to go on; null at the end. A page may be empty and not the last. */
  readonly next: WalkPlace | null
}

/** A pledge on the board. */
export interface BoardCard {
  /** The attribute that links, or the label of an annotation that nothing links. */
  readonly kind: string
  /** The value that links, or the annotation. */
  readonly card: string
  readonly wording: string
  /** The last status; empty for none. */
  readonly status: string
  /** The first deadline; empty for none. */
  readonly deadline: string
  readonly by: readonly KnownName[]
  /** Annotations, of all annotators. */
  readonly uses: number
}

/** From where to go on in a column: after a card, or, at its end, among annotations of which nothing else is known. */
export const BoardPlace = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('cards'), due: z.string(), kind: z.string(), card: z.string() }),
  z.strictObject({ phase: z.literal('plain'), after: WalkPlace.nullable() }),
])
export type BoardPlace = z.infer<typeof BoardPlace>

export interface BoardColumn {
  readonly cards: readonly BoardCard[]
  readonly next: BoardPlace | null
}

const name = z.string().trim().min(1).max(LONGEST_VALUE)
const searched = z.string().max(2000)
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

export const registerCalls = {
  /** The values of an attribute that begin so, case and diacritics aside, most used first; at most 20. */
  'name.complete': call<readonly KnownName[]>()(z.strictObject({ attribute: AttributeId, text: searched })),
  /** The values of an attribute of which words begin so, most used first. */
  'name.list': call<NamePage>()(z.strictObject({ attribute: AttributeId, text: searched, ...page })),
  /** How many annotations have a name. */
  'name.uses': call<ValueUses>()(z.strictObject({ attribute: AttributeId, value: name })),
  /** Gives another spelling to a name in all of the person's own annotations, as one step. @returns how many */
  'name.rename': step<number>()(z.strictObject({ attribute: AttributeId, from: name, to: name, job: JobId })),
  /** Values of an attribute that share words with a text, the most alike first; at most 8. */
  'register.similar': call<readonly KnownName[]>()(
    z.strictObject({ attribute: AttributeId, text: z.string().max(20_000) }),
  ),
  /** What a link ties together. */
  'register.list': call<RegisterPage>()(
    z.strictObject({ attribute: AttributeId, text: searched, order: z.enum(['most', 'wording']), ...page }),
  ),
  /** Where one claim or pledge appears, the earliest first. */
  'register.appearances': call<AppearancePage>()(
    z.strictObject({ attribute: AttributeId, value: name, ...page }),
  ),
  /** The person's own annotations that a link could tie to others and does not yet, article by article. */
  'register.unlinked': call<UnlinkedPage>()(
    z.strictObject({ attribute: AttributeId, after: WalkPlace.nullable() }),
  ),
  /** A column of the board: what has this status last (empty: none), the earliest deadline first. */
  'register.column': call<BoardColumn>()(
    z.strictObject({
      status: z.string().max(200),
      /** Only of this name; empty for all. */
      who: z.string().max(LONGEST_VALUE),
      after: BoardPlace.nullable(),
    }),
  ),
  /** The annotations behind a card, the earliest first. */
  'register.card': call<readonly Appearance[]>()(
    z.strictObject({ kind: z.string().max(64), card: z.string().min(1).max(LONGEST_VALUE) }),
  ),
} as const
