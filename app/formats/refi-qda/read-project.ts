/** Reads a project of REFI-QDA: of ours, and of QualCoder, MAXQDA, ATLAS.ti, NVivo, f4 and others. */
import { Refusal } from '../../failure.ts'
import type { GivenFile } from '../format.ts'
import type { ReadArticle, ReadCorpus } from '../read-corpus.ts'
import { childrenOf, type ReadElement, readXml, textWithin } from '../xml.ts'
import { fieldNames } from './field-names.ts'
import { sameGuid } from './guid.ts'
import { readCodes } from './read-codes.ts'
import { readSource, type Source } from './read-source.ts'
import { NOTE_NAME, readSentenceNote, type SourceLayer } from './sentence-note.ts'

/** @throws a refusal (`unreadable`) that names the file and the line */
export function readProject(files: readonly GivenFile[]): ReadCorpus {
  const document = files.find(isProject)
  if (!document)
    throw new Refusal('unreadable', 'There is no project.qde. Export the project again, as QDPX.')
  const root = readXml(document.text(), document.path)
  const within = (name: string, child: string): ReadElement[] =>
    childrenOf(root, name).flatMap(one => childrenOf(one, child))

  const codes = readCodes(within('CodeBook', 'Codes')[0])
  const textOf = textFinder(document.path, files)
  const notes = new Map(within('Notes', 'Note').map(note => [guidOf(note), note]))
  const project = {
    path: document.path,
    users: namesByGuid(within('Users', 'User')),
    variables: namesByGuid(within('Variables', 'Variable')),
    codes,
    attributeIds: new Map([...fieldNames(codes.attributes)].map(([id, name]) => [name, id])),
    noteText: (guid: string): string => {
      const note = notes.get(guid)
      return (note && (textOf(note) ?? descriptionOf(note))) ?? ''
    },
    countsLineEndsOnce: /atlas|qualcoder/i.test(root.attributes.origin ?? ''),
  }
  const layers = sentenceLayers(notes.values(), textOf)
  const sources = sourcesIn(within('Sources', 'TextSource'), within('Sources', 'PDFSource'))
  if (!sources.some(({ element }) => hasText(element))) {
    throw new Refusal(
      'unreadable',
      `${document.path} has no text. Assay reads text documents and the text of PDF documents, not pictures, sound and film.`,
    )
  }
  return {
    labels: codes.labels,
    attributes: codes.attributes,
    articles: (function* (): Generator<ReadArticle> {
      for (const source of sources) {
        const text = textOf(source.element)
        const layer = layers.get(source.guid)
        if (text !== undefined) yield readSource({ ...source, text, ...(layer ? { layer } : {}) }, project)
      }
    })(),
  }
}

/** Whether a file is the XML of a project. Programs name it after the project, so its beginning has to tell. */
export function isProject({ path, bytes }: GivenFile): boolean {
  return /\.qde$/i.test(path) && beginning(bytes).includes('urn:QDA-XML:project:')
}

const beginning = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4000))

const guidOf = ({ attributes }: ReadElement): string => sameGuid(attributes.guid ?? '')

const namesByGuid = (elements: readonly ReadElement[]): ReadonlyMap<string, string> =>
  new Map(elements.map(element => [guidOf(element), element.attributes.name ?? '']))

/** A PDF's text, which its Representation has, is read as that of a text document. */
const sourcesIn = (
  texts: readonly ReadElement[],
  pdfs: readonly ReadElement[],
): Pick<Source, 'guid' | 'name' | 'element' | 'about'>[] => [
  ...texts.map(element => ({ guid: guidOf(element), name: nameOf(element), element, about: element })),
  ...pdfs.flatMap(pdf =>
    childrenOf(pdf, 'Representation').map(element => ({
      guid: guidOf(pdf),
      name: nameOf(pdf),
      element,
      about: pdf,
    })),
  ),
]

/** What a source is called; Assay writes its GUID where an article has no title. */
function nameOf(element: ReadElement): string {
  const name = element.attributes.name ?? ''
  return sameGuid(name) === guidOf(element) ? '' : name
}

const hasText = (source: ReadElement): boolean =>
  source.attributes.plainTextPath !== undefined || childrenOf(source, 'PlainTextContent').length > 0

const descriptionOf = (element: ReadElement): string | undefined => {
  const [description] = childrenOf(element, 'Description')
  return description && textWithin(description)
}

/**
 * Finds the plain text of a source or note: within it, or in a file of the archive, whose folder some programs
 * call `sources` and some `Sources`. Undefined where it has none, or keeps it outside of the archive.
 */
function textFinder(
  document: string,
  files: readonly GivenFile[],
): (element: ReadElement) => string | undefined {
  const folder = document.slice(0, document.lastIndexOf('/') + 1)
  const byPath = new Map(files.map(file => [file.path.toLowerCase(), file]))
  return element => {
    const [content] = childrenOf(element, 'PlainTextContent')
    if (content) return textWithin(content)
    const [, scheme, name = ''] =
      /^(internal|relative):\/\/\/?(.*)$/i.exec(element.attributes.plainTextPath ?? '') ?? []
    const file =
      byPath.get(`${folder}sources/${name}`.toLowerCase()) ?? byPath.get(`${folder}${name}`.toLowerCase())
    if (!file && scheme?.toLowerCase() === 'internal') {
      throw new Refusal(
        'unreadable',
        `${document}, line ${element.line}: the text sources/${name} is missing. Export the project again, whole.`,
      )
    }
    return file?.text()
  }
}

/** What Assay noted of the sources, by their GUIDs. */
function sentenceLayers(
  notes: Iterable<ReadElement>,
  textOf: (element: ReadElement) => string | undefined,
): ReadonlyMap<string, SourceLayer> {
  for (const note of notes) {
    if (note.attributes.name === NOTE_NAME) return readSentenceNote(textOf(note) ?? '')
  }
  return new Map()
}
