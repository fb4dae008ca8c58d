/** The project.qde of REFI-QDA 1.5. */

import { annotatorNames } from '../../model/annotator.ts'
import type { Corpus } from '../corpus.ts'
import type { WriteOptions } from '../format.ts'
import { element, type XmlElement, xmlDocument } from '../xml.ts'
import { guidOf } from './guid.ts'
import { NOTE_NAME } from './sentence-note.ts'
import { VARIABLES, variableGuid } from './variables.ts'
import { codesElement } from './write-codes.ts'
import { sourceWriter } from './write-source.ts'

/** The GUID of the note with sentences and reviews, after which its file is named too. */
export const noteGuid = ({ id }: Corpus['project']): string => guidOf('sentences', id)

/** The document in pieces, one article in memory at a time. */
export function projectDocument(corpus: Corpus, { at, version }: WriteOptions): Iterable<string> {
  const { project, codebook, annotators, articles, count } = corpus
  const names = annotatorNames(annotators)
  const source = sourceWriter(codebook, names)
  const note = noteGuid(project)
  const root = element(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: project.name,
      origin: `Assay ${version}`,
      creationDateTime: project.created,
      modifiedDateTime: at,
    },
    [
      ...orNothing(
        'Users',
        [...names].map(([guid, name]) => element('User', { guid, name })),
      ),
      element('CodeBook', {}, [codesElement(codebook)]),
      element(
        'Variables',
        {},
        VARIABLES.map(([name]) => variable(name)),
      ),
      ...(count === 0
        ? []
        : [
            element('Sources', {}, function* () {
              for (const article of articles) yield source(article)
            }),
            element('Notes', {}, [noteElement(note, at)]),
            element('NoteRef', { targetGUID: note }),
          ]),
    ],
  )
  return xmlDocument(root)
}

const orNothing = (name: string, children: readonly XmlElement[]): XmlElement[] =>
  children.length === 0 ? [] : [element(name, {}, children)]

const variable = (name: string): XmlElement =>
  element('Variable', { guid: variableGuid(name), name, typeOfVariable: 'Text' })

// QualCoder cannot read a note without a date.
const noteElement = (guid: string, at: string): XmlElement =>
  element('Note', { guid, name: NOTE_NAME, plainTextPath: `internal://${guid}.txt`, creationDateTime: at })
