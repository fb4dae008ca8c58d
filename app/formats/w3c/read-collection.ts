/** Reads annotations together with the texts that they are about. */
import { z } from 'zod'
import { Refusal } from '../../failure.ts'
import { Attribute } from '../../model/attribute.ts'
import { Label } from '../../model/label.ts'
import { Judgement } from '../../model/review.ts'
import type { Range } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { checked, jsonRecord } from '../lines.ts'
import type { ReadAnnotation, ReadArticle, ReadCorpus } from '../read-corpus.ts'
import { utcTime } from '../utc-time.ts'
import { type SelectedRange, selectedRange } from './selected-range.ts'
import { type Selector, type Statement, statementIn } from './statement.ts'
import { uuidIn } from './vocabulary.ts'

const Place = z.object({ start: z.int(), end: z.int() })

/** An article, as Assay puts it beside the annotations. */
const Article = z.object({
  id: z.string(),
  language: z.string().default(''),
  title: z.string().default(''),
  author: z.string().default(''),
  publisher: z.string().default(''),
  published: z.string().default(''),
  url: z.string().default(''),
  value: z.string(),
  sentences: z.array(Place).optional(),
  reviews: z
    .array(
      Place.extend({
        judgement: Judgement.optional(),
        creator: z.object({ id: z.string(), name: z.string() }).optional(),
        created: z.string().optional(),
      }),
    )
    .default([]),
})
type Article = z.infer<typeof Article>

const Codebook = z.object({ labels: z.array(Label), attributes: z.array(Attribute) })

/** A collection, a page of one, one annotation, or what a search in Hypothesis gives. */
const File = z.looseObject({
  articles: z.array(z.unknown()).default([]),
  codebook: z.unknown().optional(),
  first: z.unknown().optional(),
  items: z.unknown().optional(),
  rows: z.unknown().optional(),
  target: z.unknown().optional(),
})
type File = z.infer<typeof File>

interface Content extends Pick<File, 'articles' | 'codebook'> {
  readonly path: string
  readonly annotations: readonly unknown[]
}

/** The corpus in these files. All annotations are gone through at once, as they may stand in any order. */
export function corpusIn(files: readonly GivenFile[]): ReadCorpus {
  const contents = files.map(contentOf)
  const codebooks = contents.flatMap(({ codebook, path }) =>
    codebook === undefined ? [] : checked(codebook, `The codebook in ${path}`, Codebook),
  )
  return {
    labels: codebooks.flatMap(({ labels }) => labels.map(({ position: _, ...label }) => label)),
    attributes: codebooks.flatMap(({ attributes }) =>
      attributes.map(({ position: _, condition: __, ...attribute }) => attribute),
    ),
    articles: articlesIn(contents),
  }
}

function contentOf(source: GivenFile): Content {
  const { path } = source
  const given = jsonRecord(source.text(), path, z.unknown())
  if (Array.isArray(given)) return { path, articles: [], codebook: undefined, annotations: given }
  const file = checked(given, path, File)
  if (Array.isArray(file.rows))
    throw new Refusal(
      'unreadable',
      `${path} is of Hypothesis: its annotations name the pages that they are on, and do not have their text. Import the pages instead.`,
    )
  return { path, articles: file.articles, codebook: file.codebook, annotations: annotationsIn(file, path) }
}

function annotationsIn(file: File, path: string): readonly unknown[] {
  if (file.target !== undefined) return [file]
  const page = typeof file.first === 'object' && file.first !== null ? file.first : file
  if ('items' in page && Array.isArray(page.items)) return page.items
  throw new Refusal(
    'unreadable',
    `${path} has no annotations, only the address where they can be had. Save the page from there, and import that.`,
  )
}

/** One target of an annotation. */
interface Target {
  readonly statement: Statement
  readonly selectors: readonly Selector[]
  /** What a refusal calls the annotation. */
  readonly place: string
  /** Whether this target comes first in its annotation, and so has its id. */
  readonly first: boolean
}

function* articlesIn(contents: readonly Content[]): Generator<ReadArticle> {
  const articles = new Map<string, Article>()
  const targets = new Map<string, Target[]>()
  for (const { path, articles: given } of contents)
    for (const [index, one] of given.entries()) {
      const article = checked(one, `Article ${index + 1} of ${path}`, Article)
      articles.set(article.id, article)
    }
  for (const { path, annotations } of contents)
    for (const [index, one] of annotations.entries()) {
      const place = `Annotation ${index + 1} of ${path}`
      const statement = statementIn(one, place)
      for (const [position, { source, selector }] of statement.targets.entries()) {
        // A text that has no name is known by itself.
        const name = source.id ?? source.value ?? ''
        if (source.value !== undefined && !articles.has(name))
          articles.set(name, foreignArticle(name, source.value))
        const target = { statement, selectors: selector, place, first: position === 0 }
        const there = targets.get(name)
        if (there) there.push(target)
        else targets.set(name, [target])
      }
    }
  for (const [name, [target]] of targets)
    if (!articles.has(name))
      throw new Refusal(
        'unreadable',
        `${target?.place} is about ${name || 'something without a name'}, whose text is not in the file. Assay can read annotations only together with their text.`,
      )
  for (const [name, article] of articles) yield articleOf(article, targets.get(name) ?? [])
}

/** The text that a target of another program bears. */
const foreignArticle = (name: string, value: string): Article =>
  Article.parse({ id: name, url: /^https?:\/\/\S+$/.test(name) ? name : '', value })

function articleOf(article: Article, targets: readonly Target[]): ReadArticle {
  const { value: text, publisher: source, title, author, published, url, language, sentences } = article
  const select = selectedRange(text)
  const place = (range: Range) => select.place(range, `The article ${article.id}`)
  return {
    text,
    metadata: { title, source, author, url, published, language },
    ...(sentences ? { sentences: sentences.map(place) } : {}),
    annotations: targets.flatMap(target => annotationsAt(target, select)),
    reviews: article.reviews.map(({ start, end, judgement, creator, created }) => ({
      ...place({ start, end }),
      judgement,
      annotator: creator?.name,
      annotatorId: uuidIn(creator?.id),
      at: utcTime(created),
    })),
  }
}

/** An annotation for each label. The first at the first target has the id. */
function annotationsAt(
  { statement, selectors, place, first }: Target,
  select: SelectedRange,
): ReadAnnotation[] {
  const { id, labels, mentions, targets: _, ...rest } = statement
  const annotation = {
    ...select.range(selectors, place),
    ...rest,
    mentions: Object.fromEntries(
      Object.entries(mentions).map(([attribute, mention]) => [attribute, select.place(mention, place)]),
    ),
  }
  return labels.map((label, index) => ({ ...annotation, label, id: first && index === 0 ? id : undefined }))
}
