import { annotatorNames } from '../model/annotator.ts'
import type { AnnotatedArticle, Corpus } from './corpus.ts'
import type { Format, WriteOptions } from './format.ts'
import { codebookDeclarations } from './tei/codebook.ts'
import { type Ids, idsOf } from './tei/ids.ts'
import { standOff } from './tei/stand-off.ts'
import { textOf } from './tei/text.ts'
import { textHeader } from './tei/text-header.ts'
import { element, type XmlElement, xmlDocument } from './xml.ts'

/**
 * TEI P5: a corpus with a text for each article, in paragraphs and sentences, and beside it the annotations, which
 * point into the text with `string-range()`. Offsets in code points of what stands in the body.
 */
export const tei: Format = {
  id: 'tei',
  name: 'TEI P5',
  description: 'A TEI corpus with stand-off annotations, for editions and archives.',
  extension: 'xml',
  packaging: 'file',
  offsets: 'code points',
  losses: ['definitions', 'control characters'],
  *write(corpus, options) {
    yield { path: 'corpus.xml', content: xmlDocument(corpusElement(corpus, options)) }
  },
}

function corpusElement(corpus: Corpus, options: WriteOptions): XmlElement {
  const ids = idsOf(corpus)
  return element('teiCorpus', { xmlns: 'http://www.tei-c.org/ns/1.0' }, function* () {
    yield corpusHeader(corpus, options, ids)
    for (const article of corpus.articles) yield articleElement(article, ids)
  })
}

const corpusHeader = (
  { project, codebook, annotators }: Corpus,
  { at, version }: WriteOptions,
  ids: Ids,
): XmlElement => {
  const names = annotatorNames(annotators)
  return element('teiHeader', {}, () => [
    element('fileDesc', {}, () => [
      element('titleStmt', {}, () => [
        element('title', {}, project.name),
        ...annotators.map(({ id }) =>
          element('respStmt', { 'xml:id': ids.annotator(id) }, [
            element('resp', {}, 'annotator'),
            element('persName', {}, names.get(id) ?? id),
          ]),
        ),
      ]),
      element('publicationStmt', {}, [
        element('p', {}, [
          'Unpublished; written on ',
          element('date', { when: at }, at),
          '. Offsets count code points.',
        ]),
      ]),
      element('sourceDesc', {}, [element('p', {}, 'The header of each text says where it is from.')]),
    ]),
    element('encodingDesc', {}, () => [
      element('appInfo', {}, [
        element('application', { ident: 'Assay', version }, [element('label', {}, 'Assay')]),
      ]),
      ...codebookDeclarations(codebook, ids),
    ]),
  ])
}

const articleElement = (article: AnnotatedArticle, ids: Ids): XmlElement =>
  element('TEI', { 'xml:id': ids.text(article.article.id) }, () => [
    textHeader(article.article),
    textOf(article, ids),
    ...standOff(article, ids),
  ])
