/** From a CAS to an article: that of Assay, of INCEpTION and WebAnno, and of others with types of DKPro Core. */
import { Judgement } from '../../model/review.ts'
import type { Range } from '../../text/range.ts'
import { checkRange } from '../lines.ts'
import type {
  ReadAnnotation,
  ReadArticle,
  ReadAttribute,
  ReadCorpus,
  ReadLabel,
  ReadReview,
} from '../read-corpus.ts'
import { type Cas, type FeatureStructure, shortName } from './cas.ts'
import { attributeIdOf } from './feature-name.ts'
import { ANNOTATION, ARTICLE, DOCUMENT, MENTION, REVIEW } from './type-system.ts'
import { UNKNOWN_LANGUAGE } from './write-article.ts'

/** A CAS with the file that it stood in. */
export interface CasFile {
  readonly cas: Cas
  readonly path: string
}

/** The corpus that these are. All are read at once, as the labels have to be known first. */
export function corpusOf(files: Iterable<CasFile>): ReadCorpus {
  const labels = new Map<string, ReadLabel>()
  const attributes = new Map<string, ReadAttribute>()
  const articles = Array.from(files, file => {
    const { article, labels: named } = articleOf(file)
    for (const [name, id] of named) labels.set(id, { id, name })
    for (const { label, attributes: values = {} } of article.annotations ?? []) {
      if (!labels.has(label)) labels.set(label, { id: label, name: label })
      for (const id of Object.keys(values)) attributes.set(id, { id, name: id })
    }
    return article
  })
  return { labels: [...labels.values()], attributes: [...attributes.values()], articles }
}

function articleOf({ cas, path }: CasFile): {
  readonly article: ReadArticle
  readonly labels: ReadonlyMap<string, string>
} {
  const { text } = cas
  const layers = Map.groupBy(
    cas.structures.filter(({ start, end }) => start !== end),
    structure => structure.type,
  )
  const of = (type: string) => layers.get(type) ?? []
  const labels = idsByName(of(ARTICLE)[0]?.features.labels ?? '')
  const range: RangeReader = ({ start, end }) => {
    checkRange(start, end, text.length, path)
    return { start, end }
  }
  const annotator = annotatorIn(path)
  const mentions = Map.groupBy(of(MENTION), ({ features }) => features.annotation ?? '')
  const own = of(ANNOTATION).map(structure => ({
    annotator,
    ...annotationOf(structure, labels, mentions, range),
  }))
  const others = [...layers]
    .filter(([type]) => isLayer(type))
    .flatMap(([, layer]) => layer)
    .map(one => ({ ...range(one), ...labelled(one), annotator }))
  const sentences = cas.sentences.map(range).sort((a, b) => a.start - b.start)
  return {
    article: {
      text,
      metadata: metadataOf(of(ARTICLE)[0], of(DOCUMENT)[0] ?? of('uima.tcas.DocumentAnnotation')[0]),
      ...(sentences.length > 0 ? { sentences } : {}),
      annotations: [...own, ...others],
      reviews: of(REVIEW).map(one => reviewOf(one, range)),
    },
    labels,
  }
}

/** Checks a range against the text. */
type RangeReader = (range: Range) => Range

/**
 * An annotation of Assay's own layer.
 *
 * @param labels ids by names
 * @param mentions by the identifiers of annotations
 */
function annotationOf(
  structure: FeatureStructure,
  labels: ReadonlyMap<string, string>,
  mentions: ReadonlyMap<string, readonly FeatureStructure[]>,
  range: RangeReader,
): ReadAnnotation {
  const { label, annotator, annotatorId, note, created, updated, identifier, ...rest } = structure.features
  const name = label || shortName(structure.type)
  const spots = (identifier && mentions.get(identifier)) || []
  return {
    ...range(structure),
    label: labels.get(name) ?? name,
    ...(annotator ? { annotator } : {}),
    ...{ id: identifier, annotatorId, note: note ?? '', created, updated },
    attributes: Object.fromEntries(
      Object.entries(rest).map(([feature, value]) => [attributeIdOf(feature), value]),
    ),
    mentions: Object.fromEntries(
      spots.map(spot => [attributeIdOf(spot.features.attribute ?? ''), range(spot)]),
    ),
  }
}

function reviewOf(structure: FeatureStructure, range: RangeReader): ReadReview {
  const { annotator, annotatorId, judgement, at } = structure.features
  return {
    ...range(structure),
    ...{ annotator, annotatorId, at, judgement: Judgement.safeParse(judgement).data },
  }
}

/** The lines `id name` that Assay writes of the labels in an article. */
function idsByName(lines: string): ReadonlyMap<string, string> {
  return new Map(
    lines
      .split('\n')
      .filter(line => line.includes(' '))
      .map(line => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]),
  )
}

function metadataOf(
  article: FeatureStructure | undefined,
  document: FeatureStructure | undefined,
): ReadArticle['metadata'] {
  if (article) {
    const { title = '', source = '', author = '', url = '', published = '', language = '' } = article.features
    return { title, source, author, url, published, language }
  }
  const { documentTitle: title = '', language = '' } = document?.features ?? {}
  return { title, language: language === UNKNOWN_LANGUAGE ? '' : language }
}

/** Whether a type is of a layer of spans that somebody annotates; tokens, lemmas and the like are not. */
const isLayer = (type: string): boolean =>
  /\.ner\.type\.\w+$/.test(type) ||
  !(
    /^(?:uima|de\.tudarmstadt\.ukp|org\.dkpro)\./.test(type) ||
    [ANNOTATION, MENTION, REVIEW, ARTICLE].includes(type)
  )

/** What an annotation of another tool says: its `label` or `value`, else its first feature, else its layer. */
function labelled({ type, features }: FeatureStructure): Pick<ReadAnnotation, 'label' | 'attributes'> {
  const name = ['label', 'value', ...Object.keys(features)].find(one => features[one])
  const { [name ?? '']: label = shortName(type), ...attributes } = features
  return { label, attributes }
}

/** INCEpTION exports a project with a file for each annotator: `annotation/DOCUMENT/ANNOTATOR.xmi`. */
function annotatorIn(path: string): string | undefined {
  const [, name] = /(?:^|\/)(?:annotation|curation)\/[^/]+\/(?:[^/]+\/)*([^/]+)\.[^./]+$/.exec(path) ?? []
  return name === 'INITIAL_CAS' ? undefined : name
}
