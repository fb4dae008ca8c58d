import { corpusOf } from './cas/read-article.ts'
import { TYPE_SYSTEM_FILE, typeSystemFile, typeSystemOf } from './cas/type-system.ts'
import { casWriter } from './cas/write-article.ts'
import type { Format, GivenFile } from './format.ts'
import { casOf } from './webanno-tsv/read.ts'
import { tsvOf } from './webanno-tsv/write.ts'

/** WebAnno TSV 3.3: a document for each article, a line for each token. Offsets in UTF-16 units. */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  name: 'WebAnno TSV',
  description: 'A table of tokens for each article (WebAnno TSV 3.3), for INCEpTION and WebAnno.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'UTF-16 units',
  losses: ['definitions', 'unused labels', 'hierarchy', 'colours'],
  *write(corpus) {
    const casOfArticle = casWriter(corpus)
    yield { path: TYPE_SYSTEM_FILE, content: typeSystemFile(typeSystemOf(corpus.codebook)) }
    for (const article of corpus.articles)
      yield { path: `${article.article.id}.tsv`, content: tsvOf(casOfArticle(article)) }
  },
  read: {
    recognises: files => files.some(isTsv),
    read: files =>
      corpusOf(files.filter(isTsv).map(file => ({ path: file.path, cas: casOf(file.text(), file.path) }))),
  },
}

const isTsv = (file: GivenFile): boolean =>
  /\.(?:tsv|txt)$/i.test(file.path) && file.text().startsWith('#FORMAT=WebAnno TSV 3.')
