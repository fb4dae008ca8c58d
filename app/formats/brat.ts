import { assayFile } from './brat/assay-file.ts'
import { annotationFile, shortcutsFile, visualFile } from './brat/configuration.ts'
import { corpusOf, isCollection } from './brat/read.ts'
import { standoffOf } from './brat/standoff.ts'
import { vocabularyOf } from './brat/vocabulary.ts'
import type { Format } from './format.ts'
import { documentName } from './safe-names.ts'

/** brat's standoff format: a text and a file of annotations for each article. Offsets in code points. */
export const brat: Format = {
  id: 'brat',
  name: 'brat',
  description:
    'A text and a file of standoff annotations for each article, for brat and what reads its files.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'code points',
  losses: [],
  *write(corpus) {
    const vocabulary = vocabularyOf(corpus)
    yield { path: 'annotation.conf', content: [annotationFile(corpus, vocabulary)] }
    yield { path: 'visual.conf', content: [visualFile(corpus.codebook, vocabulary)] }
    yield { path: 'kb_shortcuts.conf', content: [shortcutsFile(corpus.codebook, vocabulary)] }
    for (const article of corpus.articles) {
      const name = documentName(article.article)
      yield { path: `${name}.txt`, content: [article.text] }
      yield { path: `${name}.ann`, content: [standoffOf(article, vocabulary)] }
    }
    yield { path: 'assay.conf', content: assayFile(corpus, vocabulary) }
  },
  read: { recognises: isCollection, read: corpusOf },
}
