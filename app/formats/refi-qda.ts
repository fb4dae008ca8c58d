import type { Format } from './format.ts'
import { isProject, readProject } from './refi-qda/read-project.ts'
import { sentenceNote } from './refi-qda/sentence-note.ts'
import { noteGuid, projectDocument } from './refi-qda/write-project.ts'

/**
 * REFI-QDA 1.5, the project that programs for qualitative analysis exchange: project.qde, and a plain text for
 * each article in `sources`. Texts are UTF-8 with LF and without a byte order mark, as QualCoder takes the mark
 * for a character, and MAXQDA and QualCoder disagree on what CRLF counts. Positions count code points.
 */
export const refiQda: Format = {
  id: 'refi-qda',
  name: 'REFI-QDA project',
  description: 'Texts, codes and coded passages for MAXQDA, ATLAS.ti, NVivo, QualCoder and others.',
  extension: 'qdpx',
  packaging: 'zip',
  offsets: 'code points',
  losses: [],
  *write(corpus, options) {
    yield { path: 'project.qde', content: projectDocument(corpus, options) }
    for (const { article, text } of corpus.articles) {
      yield { path: `sources/${article.id}.txt`, content: [text] }
    }
    if (corpus.count > 0) {
      yield { path: `sources/${noteGuid(corpus.project)}.txt`, content: sentenceNote(corpus.articles) }
    }
  },
  read: {
    recognises: files => files.some(isProject),
    read: readProject,
  },
}
