/** What is read from a file: as it stands there, not yet checked against a project. Offsets are UTF-16 units. */
import type { Metadata } from '../model/article.ts'
import type { Attribute } from '../model/attribute.ts'
import type { Label } from '../model/label.ts'
import type { Judgement } from '../model/review.ts'
import type { Range } from '../text/range.ts'

export interface ReadCorpus {
  /** What the files say of the labels and attributes that occur in them, as far as they do. */
  readonly labels: readonly ReadLabel[]
  readonly attributes: readonly ReadAttribute[]
  /** To be walked once. */
  readonly articles: Iterable<ReadArticle>
}

/** A label as a file names it: `id` where it has ids, else the name. Labels of annotations refer to `id`. */
export type ReadLabel = { readonly id: string; readonly name: string } & Partial<
  Omit<Label, 'id' | 'name' | 'parent' | 'position'>
> & { readonly parent?: string | null }

/** An attribute as a file names it. */
export type ReadAttribute = { readonly id: string; readonly name: string } & Partial<
  Omit<Attribute, 'id' | 'name' | 'labels' | 'position' | 'condition'>
> & {
    readonly labels?: readonly string[]
    readonly condition?: { readonly attribute: string; readonly values: readonly string[] } | null
  }

export interface ReadArticle {
  /** As it stands in the file; offsets are of this text. */
  readonly text: string
  readonly metadata: Partial<Metadata>
  /** In order, disjoint; absent where the file does not say. */
  readonly sentences?: readonly Range[]
  readonly annotations?: readonly ReadAnnotation[]
  readonly reviews?: readonly ReadReview[]
}

/** Who, as a file says it: by name, and by id where it has one. Empty: whoever imports it. */
export interface ReadAnnotator {
  readonly annotator?: string | undefined
  readonly annotatorId?: string | undefined
}

export interface ReadAnnotation extends Range, ReadAnnotator {
  /** A UUID, where the file has one. */
  readonly id?: string | undefined
  /** The id or name of a label. */
  readonly label: string
  /** By the ids or names of attributes. */
  readonly attributes?: Readonly<Record<string, string>> | undefined
  readonly mentions?: Readonly<Record<string, Range>> | undefined
  readonly note?: string | undefined
  /** ISO 8601, UTC. */
  readonly created?: string | undefined
  readonly updated?: string | undefined
}

export interface ReadReview extends Range, ReadAnnotator {
  readonly judgement?: Judgement | undefined
  readonly at?: string | undefined
}
