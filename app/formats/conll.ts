import { annotatorNames } from '../model/annotator.ts'
import type { AnnotatorId } from '../model/ids.ts'
import { conlluOf } from './conll/conllu.ts'
import { iobOf } from './conll/iob.ts'
import type { Format } from './format.ts'
import { safeNames } from './safe-names.ts'

/** CoNLL: all of the corpus as CoNLL-U, and for each annotator the tags in the columns of CoNLL-2003. */
export const conll: Format = {
  id: 'conll',
  name: 'CoNLL',
  description:
    'Tokens with tags, for training: CoNLL-2003 of each annotator (IOB2), and CoNLL-U with everything.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'code points',
  losses: [
    'definitions',
    'unused labels',
    'hierarchy',
    'colours',
    'ranges',
    'overlaps',
    'unlabelled',
    'control characters',
  ],
  *write(corpus) {
    const tags = safeNames(corpus.codebook.labels, 'Label')
    const seen = new Set<AnnotatorId>()
    yield { path: 'corpus.conllu', content: conlluOf(corpus, tags, annotator => seen.add(annotator)) }
    const names = annotatorNames(corpus.annotators)
    const fileNames = safeNames(
      corpus.annotators.map(({ id, name }) => ({ id, name: names.get(id) ?? name })),
      'annotator',
    )
    // The file before has been written when this one is asked for, and everybody has been seen.
    for (const { id } of corpus.annotators)
      if (seen.has(id))
        yield {
          path: `corpus.${fileNames.get(id)}.conll`,
          content: iobOf(corpus.articles, id, tags),
        }
  },
}
