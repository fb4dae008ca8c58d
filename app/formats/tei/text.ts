import { paragraphs } from '../../text/paragraphs.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import { element, type XmlElement, type XmlNode } from '../xml.ts'
import type { Ids } from './ids.ts'
import { languageTag } from './text-header.ts'

/**
 * The text in paragraphs and sentences. All of it is within paragraphs, blank space too: what stands in the body is
 * the text itself, so that offsets are of both, whatever a program does with blank space between elements.
 */
export function textOf({ article, text, sentences }: AnnotatedArticle, ids: Ids): XmlElement {
  const groups = paragraphs(text, sentences)
  const beginOf = (group: number) =>
    group === 0 ? 0 : (sentences[groups[group]?.start ?? sentences.length]?.start ?? text.length)
  const found = groups.map(({ start, end }, group) => {
    const nodes: XmlNode[] = []
    let last = beginOf(group)
    for (let index = start; index < end; index++) {
      const sentence = sentences[index]
      if (!sentence) continue
      if (sentence.start > last) nodes.push(text.slice(last, sentence.start))
      nodes.push(
        element(
          's',
          { 'xml:id': ids.sentence(article.id, index + 1) },
          text.slice(sentence.start, sentence.end),
        ),
      )
      last = sentence.end
    }
    const rest = text.slice(last, beginOf(group + 1))
    return element('p', {}, rest === '' ? nodes : [...nodes, rest])
  })
  return element('text', { 'xml:lang': languageTag(article.language) }, [
    element(
      'body',
      { 'xml:id': ids.body(article.id), 'xml:space': 'preserve' },
      found.length > 0 ? found : [element('p', {}, text)],
    ),
  ])
}
