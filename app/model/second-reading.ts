/**
 * A person's second reading: what they say of articles that were dealt to them again. It is a layer of its own, by an
 * annotator whose id is made of the person's, so that every machine makes the same one, and all that holds for annotators
 * (only they write their layer, merging, undoing, exporting) holds for it.
 */
import { type Annotator, GOLD } from './annotator.ts'
import { AnnotatorId } from './ids.ts'

/** Where a UUID says its version. */
const VERSION = 14
const SUFFIX = ' (second reading)'
/** Characters of the longest name; see `AnnotatorName`. */
const LONGEST = 200

/** The id under which a person reads a second time: theirs, as a UUID of version 8 (RFC 9562, section 5.8). */
export const secondReadingOf = (person: AnnotatorId): AnnotatorId =>
  AnnotatorId.parse(`${person.slice(0, VERSION)}8${person.slice(VERSION + 1)}`)

/** The annotator as whom a person reads a second time. */
export const secondReaderOf = ({ id, name }: Annotator): Annotator => ({
  id: secondReadingOf(id),
  name: `${name.slice(0, LONGEST - SUFFIX.length).trim()}${SUFFIX}`,
})

/** Whether an annotator is a person's second reading. */
export const isSecondReading = (id: string): boolean => !isPerson(id) && id !== GOLD.id

/** Whether an annotator is a person; else its id was made: of the gold layer, or of a second reading. */
export const isPerson = (id: string): boolean => id[VERSION] !== '8'
