/** The types of the feature structures that Assay writes, and the file in which UIMA tools are told of them. */
import type { Codebook } from '../../model/codebook.ts'
import {
  childrenOf,
  element,
  type ReadElement,
  readXml,
  textWithin,
  type XmlElement,
  xmlDocument,
} from '../xml.ts'
import { featureName } from './feature-name.ts'

/** Of DKPro Core, as INCEpTION and most UIMA pipelines have them. */
export const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence'
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token'
export const DOCUMENT = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData'
/** Of Assay, named as INCEpTION names the layers of its users. */
export const ANNOTATION = 'webanno.custom.Assay'
export const MENTION = 'webanno.custom.AssayMention'
export const REVIEW = 'webanno.custom.AssayReview'
export const ARTICLE = 'webanno.custom.AssayArticle'

const STRING = 'uima.cas.String'

export interface CasType {
  readonly name: string
  readonly supertype: string
  readonly description: string
  readonly features: readonly CasFeature[]
}

/** All of them are strings. */
export interface CasFeature {
  readonly name: string
  readonly description: string
}

/** The types of a project with this codebook. A supertype comes before its subtypes. */
export function typeSystemOf({ labels, attributes }: Codebook): CasType[] {
  const span = 'uima.tcas.Annotation'
  const names = labels.map(label => label.name).join(', ')
  return [
    type(SENTENCE, span, 'A sentence.'),
    type(TOKEN, span, 'A word or a single sign.'),
    type(DOCUMENT, 'uima.tcas.DocumentAnnotation', 'The document.', {
      documentTitle: 'The title of the article.',
      documentId: 'The id of the article.',
    }),
    type(ANNOTATION, span, 'An annotation made in Assay.', {
      label: `The label: ${names}.`,
      annotator: 'Who made it.',
      note: 'A note.',
      ...Object.fromEntries(
        attributes.map(({ id, name, definition }) => [
          featureName(id),
          definition === '' ? name : `${name}: ${definition}`,
        ]),
      ),
      created: 'When it was made (ISO 8601).',
      updated: 'When it was last changed (ISO 8601).',
      annotatorId: 'The id of who made it.',
      identifier: 'The id of the annotation.',
    }),
    type(MENTION, span, 'Where the value of an attribute of an annotation stands.', {
      attribute: 'The feature of the annotation that has the value.',
      annotation: 'The identifier of the annotation.',
    }),
    type(REVIEW, span, 'A sentence that somebody has read.', {
      judgement: 'What was said of it: read, or cannot-judge.',
      annotator: 'Who read it.',
      at: 'When (ISO 8601).',
      annotatorId: 'The id of who read it.',
    }),
    type(ARTICLE, span, 'What is known of the article, on its first sentence.', {
      title: 'The title.',
      source: 'Where it was published.',
      author: 'Who wrote it.',
      url: 'Its address.',
      published: 'When it was published.',
      language: 'Its language (BCP 47).',
      labels: 'The labels that occur in it: a line for each, its id and its name.',
      before: 'Blank space before the first sentence that is not plain spaces.',
    }),
  ]
}

function type(
  name: string,
  supertype: string,
  description: string,
  features: Readonly<Record<string, string>> = {},
): CasType {
  return {
    name,
    supertype,
    description,
    features: Object.entries(features).map(([name, description]) => ({ name, description })),
  }
}

/** What the file beside the documents is called, as INCEpTION and DKPro Core call theirs. */
export const TYPE_SYSTEM_FILE = 'TypeSystem.xml'

/** The file that tells UIMA tools of these types; INCEpTION makes layers of it. */
export function typeSystemFile(types: readonly CasType[]): Generator<string> {
  const described = ({ name, description }: CasFeature) => [
    element('name', {}, name),
    element('description', {}, description),
  ]
  const feature = (one: CasFeature): XmlElement =>
    element('featureDescription', {}, [...described(one), element('rangeTypeName', {}, STRING)])
  const description = (one: CasType): XmlElement =>
    element('typeDescription', {}, [
      ...described(one),
      element('supertypeName', {}, one.supertype),
      element('features', {}, one.features.map(feature)),
    ])
  return xmlDocument(
    element('typeSystemDescription', { xmlns: 'http://uima.apache.org/resourceSpecifier' }, [
      element('name', {}, 'Assay'),
      element('types', {}, () => types.map(description)),
    ]),
  )
}

/** The features of types whose values are no strings but numbers, references and the like, by the names of the types. */
export type OtherFeatures = ReadonlyMap<string, ReadonlySet<string>>

/**
 * What a type system file says of the features that are no strings. In XMI nothing else tells them.
 *
 * @throws a refusal (`unreadable`) where it is no XML
 */
export function otherFeaturesIn(text: string, place: string): OtherFeatures {
  const types = childrenOf(readXml(text, place), 'types').flatMap(one => childrenOf(one, 'typeDescription'))
  // A tagset is a type of its own below that of strings.
  const strings = new Set([
    STRING,
    ...types.filter(one => child(one, 'supertypeName') === STRING).map(one => child(one, 'name')),
  ])
  const featuresOf = (type: ReadElement) =>
    childrenOf(type, 'features').flatMap(features => childrenOf(features, 'featureDescription'))
  return new Map(
    types.map(type => [
      child(type, 'name'),
      new Set(
        featuresOf(type)
          .filter(feature => !strings.has(child(feature, 'rangeTypeName')))
          .map(feature => child(feature, 'name')),
      ),
    ]),
  )
}

/** The text of a child of this name; empty without one. */
function child(parent: ReadElement, name: string): string {
  const [found] = childrenOf(parent, name)
  return found ? textWithin(found).trim() : ''
}
