import type { Format, GivenFile } from './format.ts'
import { corpusIn } from './w3c/read-collection.ts'
import { collectionFile } from './w3c/write-collection.ts'

/**
 * The Web Annotation Data Model (Recommendation of 23 February 2017) in JSON-LD: an annotation collection, and the
 * articles beside it. Offsets in code points, as 4.2.4 demands for quotes and 4.2.5 for positions.
 */
export const w3c: Format = {
  id: 'w3c',
  name: 'W3C Web Annotation',
  description:
    'An annotation collection in JSON-LD with the texts, for Recogito and programs of linked data.',
  extension: 'jsonld',
  packaging: 'file',
  offsets: 'code points',
  losses: [],
  *write(corpus, options) {
    yield { path: 'annotations.jsonld', content: collectionFile(corpus, options) }
  },
  read: {
    recognises: files => files.some(holdsAnnotations),
    read: files => corpusIn(files.filter(holdsAnnotations)),
  },
}

/** A collection, a page or an annotation of the model; or what the API of Hypothesis gives, which it is near to. */
const MARKS = [
  /"@context"\s*:\s*(?:\[\s*)?"https?:\/\/www\.w3\.org\/ns\/anno\.jsonld"/,
  /"type"\s*:\s*(?:\[\s*)?"Annotation(?:Collection|Page)?"/,
  /"selector"\s*:\s*(?:\[\s*)?\{[^{}]*"Text(?:Quote|Position)Selector"/,
]

function holdsAnnotations(file: GivenFile): boolean {
  if (!/\.(?:jsonld|json)$/i.test(file.path)) return false
  const beginning = file.text().slice(0, 100_000)
  return /^\s*(?:\{|\[\s*\{)/.test(beginning) && MARKS.some(mark => mark.test(beginning))
}
