/** The tasks of Label Studio: an article each, with an annotation for each annotator. */
import type { Annotation } from '../../model/annotation.ts'
import { annotatorNames } from '../../model/annotator.ts'
import { type AttributeType, BETWEEN_CHOICES } from '../../model/attribute.ts'
import type { AnnotatorId } from '../../model/ids.ts'
import { offsetMap } from '../../text/offsets.ts'
import type { Range } from '../../text/range.ts'
import type { AnnotatedArticle, Corpus } from '../corpus.ts'
import { controlName, LABELS, NOTE, TEXT } from './config.ts'

/** What all tasks share. */
interface Project {
  readonly names: ReadonlyMap<AnnotatorId, string>
  /** The types of the attributes, by their ids. */
  readonly types: ReadonlyMap<string, AttributeType>
}

/** A JSON array with a task on each line. */
export function* taskFile({ annotators, codebook, articles }: Corpus): Generator<string> {
  const project: Project = {
    names: annotatorNames(annotators),
    types: new Map(codebook.attributes.map(({ id, type }) => [id, type])),
  }
  // Label Studio keeps the numbers as the ids that things had where they come from, and they have to be numbers.
  let tasks = 0
  let annotations = 0
  yield '['
  for (const article of articles) {
    const task = taskOf(article, ++tasks, annotations, project)
    annotations += task.annotations.length
    yield `${tasks === 1 ? '' : ','}\n${JSON.stringify(task)}`
  }
  yield '\n]\n'
}

function taskOf(
  { article, text, sentences, annotations, reviews }: AnnotatedArticle,
  id: number,
  before: number,
  project: Project,
) {
  const { title, source, author, url, published, language } = article
  const { toCodePoints } = offsetMap(text)
  const range = ({ start, end }: Range): Range => ({ start: toCodePoints(start), end: toCodePoints(end) })
  const by = (annotator: AnnotatorId) => ({
    annotator: project.names.get(annotator) ?? annotator,
    annotator_id: annotator,
  })
  const layers = [...Map.groupBy(annotations, one => one.annotator).values()]
  return {
    id,
    data: { [TEXT]: text, title, source, author, url, published, language },
    annotations: layers.map((layer, index) => ({
      id: before + index + 1,
      // No `completed_by`: Label Studio refuses a file with a person who is not a member there.
      result: layer.flatMap(one => resultsOf(one, text.slice(one.start, one.end), range, by, project)),
      was_cancelled: false,
      ground_truth: false,
      created_at: earliest(layer),
      updated_at: latest(layer),
    })),
    predictions: [],
    meta: {
      assay: {
        article: article.id,
        sentences: sentences.map(range),
        reviews: reviews.map(one => ({
          ...range(one),
          judgement: one.judgement,
          ...by(one.annotator),
          at: one.at,
        })),
      },
    },
  }
}

const earliest = (layer: readonly Annotation[]): string =>
  layer.reduce((time, { created }) => (created < time ? created : time), layer[0]?.created ?? '')

const latest = (layer: readonly Annotation[]): string =>
  layer.reduce((time, { updated }) => (updated > time ? updated : time), '')

/** The region, and an answer for each attribute, which all bear the region's id. */
function resultsOf(
  one: Annotation,
  text: string,
  range: (range: Range) => Range,
  by: (annotator: AnnotatorId) => object,
  { types }: Project,
): object[] {
  const place = range(one)
  const result = (control: string, type: string, value: object) => ({
    id: one.id,
    from_name: control,
    to_name: TEXT,
    type,
    origin: 'manual',
    value: { ...place, ...value },
  })
  const answers: object[] = []
  /** Values that no control of theirs can have. Label Studio keeps what it finds in `meta`. */
  const others: [string, string][] = []
  for (const [id, value] of Object.entries(one.attributes)) {
    const answer = answerOf(types.get(id), value)
    if (answer) answers.push(result(controlName(id), answer.type, answer.value))
    else others.push([id, value])
  }
  if (one.note) answers.push(result(NOTE, 'textarea', { text: [one.note] }))
  const mentions = Object.entries(one.mentions).map(([id, mention]) => [id, range(mention)])
  return [
    {
      ...result(LABELS, 'labels', { text, labels: [one.label] }),
      meta: {
        assay: {
          ...by(one.annotator),
          created: one.created,
          updated: one.updated,
          ...(mentions.length > 0 ? { mentions: Object.fromEntries(mentions) } : {}),
          ...(others.length > 0 ? { attributes: Object.fromEntries(others) } : {}),
        },
      },
    },
    ...answers,
  ]
}

/** A value as the control of its type has it; undefined where that cannot have it. */
function answerOf(
  type: AttributeType | undefined,
  value: string,
): { readonly type: string; readonly value: object } | undefined {
  switch (type) {
    case undefined:
      return undefined
    case 'choice':
    case 'yes-no':
      return { type: 'choices', value: { choices: [value] } }
    case 'choices':
      return { type: 'choices', value: { choices: value.split(BETWEEN_CHOICES) } }
    case 'number':
      return String(Number(value)) === value && Number.isFinite(Number(value))
        ? { type: 'number', value: { number: Number(value) } }
        : undefined
    case 'date':
      return { type: 'datetime', value: { datetime: value } }
    default:
      return { type: 'textarea', value: { text: [value] } }
  }
}
