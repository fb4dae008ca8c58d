/**
 * What brat has no place for stands in its notes, as JSON: `#3 Assay T2 {…}` for an annotation, and
 * `#1 AssayArticle #1 {…}` for the article. A note that is about itself is one that brat keeps and shows nowhere;
 * so do annotations of nothing but blank space, which brat cannot hold. Offsets are code points.
 */
import { z } from 'zod'
import { Judgement } from '../../model/review.ts'

export const ARTICLE_NOTE = 'AssayArticle'
export const ANNOTATION_NOTE = 'Assay'
/** The type of the notes that brat's users write. */
export const USER_NOTE = 'AnnotatorNotes'

const Place = z.tuple([z.int(), z.int()])

export const ArticleNote = z.object({
  title: z.string().default(''),
  source: z.string().default(''),
  author: z.string().default(''),
  url: z.string().default(''),
  published: z.string().default(''),
  language: z.string().default(''),
  sentences: z.array(Place).optional(),
  reviews: z
    .array(
      z.object({
        range: Place,
        judgement: Judgement.optional(),
        annotator: z.string().optional(),
        annotatorId: z.string().optional(),
        at: z.string().optional(),
      }),
    )
    .default([]),
})
export type ArticleNote = z.input<typeof ArticleNote>

export const AnnotationNote = z.object({
  id: z.string().optional(),
  annotator: z.string().optional(),
  annotatorId: z.string().optional(),
  created: z.string().optional(),
  updated: z.string().optional(),
  /** Values that are not in lines of their own, by id. */
  attributes: z.record(z.string(), z.string()).default({}),
  mentions: z.record(z.string(), Place).default({}),
  /** Where the note is more than one line. */
  note: z.string().optional(),
  /** Where it is not from the beginning of the first to the end of the last fragment. */
  range: Place.optional(),
  /** The label's type, where there is no annotation in brat. */
  type: z.string().optional(),
})
export type AnnotationNote = z.infer<typeof AnnotationNote>

/** A line of a note. JSON escapes all ends of lines but three that Python knows. */
export const noteLine = (number: number, type: string, target: string, json: object): string =>
  `#${number}\t${type} ${target}\t${JSON.stringify(json).replace(/[\x85\u2028\u2029]/g, escaped)}\n`

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
