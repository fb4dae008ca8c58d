import { Refusal } from '../failure.ts'
import type { Range } from '../text/range.ts'
import { type Cas, casWith, type FeatureStructure, isRelation, shortName } from './cas/cas.ts'
import { type CasFile, corpusOf } from './cas/read-article.ts'
import {
  type OtherFeatures,
  otherFeaturesIn,
  SENTENCE,
  TOKEN,
  TYPE_SYSTEM_FILE,
  typeSystemFile,
  typeSystemOf,
} from './cas/type-system.ts'
import { casWriter } from './cas/write-article.ts'
import type { Format, GivenFile } from './format.ts'
import { childrenOf, element, type ReadElement, readXml, rowsOf, type XmlNode, xmlDocument } from './xml.ts'

/** UIMA CAS XMI 1.0: a zip with a document for each article, and the type system. Offsets in UTF-16 units. */
export const uimaXmi: Format = {
  id: 'uima-xmi',
  name: 'UIMA CAS XMI',
  description: 'A zip of XMI documents with their type system, for INCEpTION, DKPro Cassis and Apache UIMA.',
  extension: 'zip',
  packaging: 'zip',
  offsets: 'UTF-16 units',
  losses: ['definitions', 'unused labels', 'hierarchy', 'colours', 'control characters'],
  *write(corpus) {
    const types = typeSystemOf(corpus.codebook)
    const namespaces = namespacesOf(types.map(type => type.name))
    const casOf = casWriter(corpus)
    yield { path: TYPE_SYSTEM_FILE, content: typeSystemFile(types) }
    for (const article of corpus.articles)
      yield { path: `${article.article.id}.xmi`, content: xmiOf(casOf(article), namespaces) }
  },
  read: {
    recognises: files => files.some(isXmi),
    read: files => corpusOf(casesIn(files)),
  },
}

const XMI = 'http://www.omg.org/XMI'
const CAS = 'http:///uima/cas.ecore'

/** For each type the prefix and the URI of its namespace: its package, as an address. */
function namespacesOf(types: readonly string[]): ReadonlyMap<string, { prefix: string; uri: string }> {
  const prefixes = new Map<string, string>()
  return new Map(
    types.map(type => {
      const uri = `http:///${type.slice(0, type.lastIndexOf('.')).replaceAll('.', '/')}.ecore`
      const prefix = prefixes.get(uri) ?? `t${prefixes.size + 1}`
      prefixes.set(uri, prefix)
      return [type, { prefix, uri }]
    }),
  )
}

const SOFA = 1

function xmiOf(
  { text, sentences, tokens, structures }: Cas,
  namespaces: ReturnType<typeof namespacesOf>,
): Generator<string> {
  let id = SOFA
  const nameOf = (type: string) => `${namespaces.get(type)?.prefix}:${shortName(type)}`
  const rows = (type: string, ranges: readonly Range[]) =>
    rowsOf(
      nameOf(type),
      ['xmi:id', 'sofa', 'begin', 'end'],
      ranges.map(({ start, end }) => [++id, SOFA, start, end]),
    )
  function* children(): Generator<XmlNode> {
    yield element('cas:NULL', { 'xmi:id': 0 })
    yield element('cas:Sofa', {
      ...{ 'xmi:id': SOFA, sofaNum: 1, sofaID: '_InitialView', mimeType: 'text', sofaString: text },
    })
    for (const { type, start, end, features } of structures)
      yield element(nameOf(type), { 'xmi:id': ++id, sofa: SOFA, begin: start, end, ...features })
    yield rows(SENTENCE, sentences)
    yield rows(TOKEN, tokens)
    let members = ''
    for (let member = SOFA + 1; member <= id; member++) members += members === '' ? member : ` ${member}`
    yield element('cas:View', { sofa: SOFA, members })
  }
  const declared = [...namespaces.values()].map(({ prefix, uri }) => [`xmlns:${prefix}`, uri])
  return xmlDocument(
    element(
      'xmi:XMI',
      { 'xmlns:xmi': XMI, 'xmlns:cas': CAS, ...Object.fromEntries(declared), 'xmi:version': '2.0' },
      children,
    ),
  )
}

const isXmi = (file: GivenFile): boolean =>
  /\.(?:xmi|xml)$/i.test(file.path) && isCas(file.text().slice(0, 20_000))

/** Whether a document begins as a CAS does; XMI is what UML tools write, too. */
const isCas = (beginning: string): boolean => beginning.includes('<xmi:XMI') && beginning.includes(`"${CAS}"`)

function* casesIn(files: readonly GivenFile[]): Generator<CasFile> {
  const schemas = new Map(
    files
      .filter(({ path }) => /(?:^|\/)typesystem\.xml$/i.test(path))
      .map(file => [folderOf(file.path), otherFeaturesIn(file.text(), file.path)]),
  )
  for (const file of files) {
    if (!isXmi(file)) continue
    const schema = schemas.get(folderOf(file.path)) ?? schemas.get('')
    yield { path: file.path, cas: casIn(readXml(file.text(), file.path), file.path, schema) }
  }
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** The first view of a document that has text. */
function casIn(root: ReadElement, path: string, schema: OtherFeatures | undefined): Cas {
  const elements = childrenOf(root)
  const sofas = elements.filter(({ name, uri }) => uri === CAS && name === 'Sofa')
  const sofa =
    sofas.find(({ attributes }) => attributes.sofaID === '_InitialView' && attributes.sofaString) ??
    sofas.find(({ attributes }) => attributes.sofaString)
  if (!sofa) throw new Refusal('unreadable', `${path} has no text. Export it again, with the text in it.`)
  const id = sofa.attributes['xmi:id']
  const view = elements.find(one => one.uri === CAS && one.name === 'View' && one.attributes.sofa === id)
  const members = view && new Set((view.attributes.members ?? '').split(' '))
  const structures = elements
    .filter(({ uri, attributes }) => uri !== CAS && attributes.sofa === id && 'begin' in attributes)
    .filter(({ attributes }) => !members || members.has(attributes['xmi:id'] ?? ''))
    .filter(({ attributes }) => !isRelation(attributes))
    .map(one => structureOf(one, path, schema))
  return casWith(sofa.attributes.sofaString ?? '', structures)
}

function structureOf(
  { name, uri, attributes, line }: ReadElement,
  path: string,
  schema: OtherFeatures | undefined,
): FeatureStructure {
  const type = `${uri.replace(/^http:\/\/\/|\.ecore$/g, '').replaceAll('/', '.')}.${name}`
  const others = schema?.get(type)
  const { begin, end, sofa: _, 'xmi:id': __, ...features } = attributes
  if (!/^\d+$/.test(begin ?? '') || !/^\d+$/.test(end ?? ''))
    throw new Refusal(
      'unreadable',
      `${path}, line ${line}: begin and end of ${name} are no offsets. Export it again.`,
    )
  return {
    type,
    start: Number(begin),
    end: Number(end),
    features: others
      ? Object.fromEntries(Object.entries(features).filter(([feature]) => !others.has(feature)))
      : features,
  }
}
