import { conlluFile } from './conll/conllu.ts'
import { iobFile } from './conll/iob.ts'
import { annotatorNames, type Corpus } from './corpus.ts'
import type { Format } from './format.ts'
import { asciiName, singleToken, uniquely } from './safe-names.ts'

/**
 * CoNLL: tokens with IOB2 tags, a file for each annotator, as tags have one layer; and all annotations in one file
 * of CoNLL-U. Offsets, which only the latter has, in code points.
 */
export const conll: Format = {
  id: 'conll',
  name: 'CoNLL',
  description: 'Tokens with IOB2 tags for each annotator (CoNLL-2003), and CoNLL-U, for taggers and parsers.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'code points',
  losses: [
    'definitions',
    'unused labels',
    'hierarchy',
    'colours',
    'overlaps',
    'ranges',
    'control characters',
  ],
  *write(corpus) {
    const tags = uniquely(corpus.codebook.labels.map(({ id, name }) => [id, singleToken(name)]))
    for (const [annotator, path] of pathsByAnnotator(corpus))
      yield { path, content: iobFile(corpus, annotator, tags) }
    yield { path: 'corpus.conllu', content: conlluFile(corpus) }
  },
}

/** `corpus.conll` where there is one annotator, else `corpus.NAME.conll` for each. */
function pathsByAnnotator({ annotators }: Corpus) {
  const names = [...annotatorNames(annotators)]
  const known = uniquely(
    names.map(([id, name]) => [
      id,
      asciiName(name).toLowerCase().slice(0, 60) || `annotator-${id.slice(-6)}`,
    ]),
  )
  return [...known].map(
    ([id, name]) => [id, names.length === 1 ? 'corpus.conll' : `corpus.${name}.conll`] as const,
  )
}
