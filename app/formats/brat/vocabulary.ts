/** What labels, attributes, their choices and annotators are called in brat's files. */
import type { Attribute } from '../../model/attribute.ts'
import type { AnnotatorId, AttributeId, LabelId } from '../../model/ids.ts'
import { annotatorNames, type Corpus } from '../corpus.ts'
import { asciiName, singleToken, uniquely } from '../safe-names.ts'

/** The attribute that says who made an annotation. */
export const ANNOTATOR = 'Annotator'
/** The type of the notes that hold what brat has no place for. */
export const ASSAY_NOTE = 'Assay'

export interface Vocabulary {
  readonly labels: ReadonlyMap<LabelId, string>
  readonly attributes: ReadonlyMap<AttributeId, AttributeTerms>
  readonly annotators: ReadonlyMap<AnnotatorId, string>
}

export interface AttributeTerms {
  readonly type: string
  /** By choice; empty for attributes whose values are not among a few known ones. */
  readonly values: ReadonlyMap<string, string>
}

/** Words that mean something else in brat's configuration. */
const RESERVED = ['SEPARATOR', 'SPAN_DEFAULT', 'ARC_DEFAULT', 'ENTITY-NESTING', ANNOTATOR]

/** Names for a corpus. Labels and attributes share one list, as they do in brat's `visual.conf`. */
export function vocabularyOf({ codebook, annotators }: Corpus): Vocabulary {
  const labels = uniquely(
    codebook.labels.map(one => [one.id, asciiName(one.name) || asciiName(one.id) || 'Label']),
    RESERVED,
  )
  const attributes = uniquely(
    codebook.attributes.map(one => [one, asciiName(one.name) || asciiName(one.id) || 'Attribute']),
    [...RESERVED, ...labels.values()],
  )
  return {
    labels,
    attributes: new Map(
      [...attributes].map(([attribute, type]) => {
        const values = choicesOf(attribute).map(choice => [choice, singleToken(choice)] as const)
        return [attribute.id, { type, values: uniquely(values) }]
      }),
    ),
    annotators: uniquely([...annotatorNames(annotators)].map(([id, name]) => [id, singleToken(name)])),
  }
}

/** The values of an attribute that brat can offer for a choice: it takes one, and that of a known few. */
export function choicesOf({ type, choices }: Pick<Attribute, 'type' | 'choices'>): readonly string[] {
  if (type === 'yes-no') return ['yes', 'no']
  return type === 'choice' ? choices : []
}
