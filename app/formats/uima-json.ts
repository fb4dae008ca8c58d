import { z } from 'zod'
import { Refusal } from '../failure.ts'
import type { Range } from '../text/range.ts'
import { type Cas, casWith, type FeatureStructure, isRelation } from './cas/cas.ts'
import { type CasFile, corpusOf } from './cas/read-article.ts'
import {
  type CasType,
  SENTENCE,
  TOKEN,
  TYPE_SYSTEM_FILE,
  typeSystemFile,
  typeSystemOf,
} from './cas/type-system.ts'
import { casWriter } from './cas/write-article.ts'
import type { Format, GivenFile } from './format.ts'
import { jsonRecord } from './lines.ts'

/** UIMA CAS JSON 0.4: a document for each article, with its type system. Offsets in UTF-16 units. */
export const uimaJson: Format = {
  id: 'uima-json',
  name: 'UIMA CAS JSON',
  description: 'A JSON document for each article, for INCEpTION, DKPro Cassis and Apache UIMA.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'UTF-16 units',
  losses: ['definitions', 'unused labels', 'hierarchy', 'colours'],
  *write(corpus) {
    const types = typeSystemOf(corpus.codebook)
    const head = `{"%TYPES":${JSON.stringify(typesRecord(types))},"%FEATURE_STRUCTURES":[\n`
    const casOf = casWriter(corpus)
    yield { path: TYPE_SYSTEM_FILE, content: typeSystemFile(types) }
    for (const article of corpus.articles)
      yield { path: `${article.article.id}.json`, content: documentOf(casOf(article), head) }
  },
  read: {
    recognises: files => files.some(isCas),
    read: files => corpusOf(casesIn(files)),
  },
}

function typesRecord(types: readonly CasType[]): object {
  return Object.fromEntries(
    types.map(({ name, supertype, description, features }) => [
      name,
      {
        ...{ '%NAME': name, '%SUPER_TYPE': supertype, '%DESCRIPTION': description },
        ...Object.fromEntries(
          features.map(feature => [
            feature.name,
            {
              '%NAME': feature.name,
              '%RANGE': 'uima.cas.String',
              '%DESCRIPTION': feature.description,
            },
          ]),
        ),
      },
    ]),
  )
}

const SOFA = 1

/** A feature structure a line. The sofa comes first, as the specification demands. */
function* documentOf({ text, sentences, tokens, structures }: Cas, head: string): Generator<string> {
  const sofa = { '%ID': SOFA, '%TYPE': 'uima.cas.Sofa', sofaNum: 1, sofaID: '_InitialView' }
  const lines = [JSON.stringify({ ...sofa, mimeType: 'text', sofaString: text })]
  const add = (type: string, { start, end }: Range, features: FeatureStructure['features'] = {}) =>
    lines.push(
      JSON.stringify({
        '%ID': lines.length + 1,
        '%TYPE': type,
        '@sofa': SOFA,
        begin: start,
        end,
        ...features,
      }),
    )
  for (const one of structures) add(one.type, one, one.features)
  for (const sentence of sentences) add(SENTENCE, sentence)
  for (const token of tokens) add(TOKEN, token)
  const members = Array.from({ length: lines.length - 1 }, (_, index) => SOFA + 1 + index)
  yield head
  yield lines.join(',\n')
  yield `\n],"%VIEWS":${JSON.stringify({ _InitialView: { '%SOFA': SOFA, '%MEMBERS': members } })}}\n`
}

const isCas = (file: GivenFile): boolean =>
  /\.json$/i.test(file.path) &&
  /^\s*\{\s*"%(?:HEADER|TYPES|FEATURE_STRUCTURES|VIEWS)"/.test(file.text().slice(0, 1000))

const Structure = z.looseObject({
  '%ID': z.int().optional(),
  '%TYPE': z.string(),
  '@sofa': z.int().optional(),
  begin: z.int().optional(),
  end: z.int().optional(),
})
type Structure = z.output<typeof Structure>

const Document = z.object({
  /** A list, or in files of an older kind a record by ids. */
  '%FEATURE_STRUCTURES': z.union([z.array(Structure), z.record(z.string(), Structure)]),
  '%VIEWS': z
    .record(z.string(), z.looseObject({ '%SOFA': z.int().nullish(), '%MEMBERS': z.array(z.unknown()) }))
    .default({}),
})

function* casesIn(files: readonly GivenFile[]): Generator<CasFile> {
  for (const file of files) if (isCas(file)) yield { path: file.path, cas: casIn(file) }
}

/** The first view of a document that has text. */
function casIn(file: GivenFile): Cas {
  const document = jsonRecord(file.text(), file.path, Document)
  const given = document['%FEATURE_STRUCTURES']
  const all: (readonly [number, Structure])[] = Array.isArray(given)
    ? given.map(one => [one['%ID'] ?? 0, one])
    : Object.entries(given).map(([id, one]) => [Number(id), one])
  const sofas = all.filter(([, one]) => one['%TYPE'] === 'uima.cas.Sofa' && one.sofaString)
  const [id, sofa] = sofas.find(([, one]) => one.sofaID === '_InitialView') ?? sofas[0] ?? []
  if (id === undefined || typeof sofa?.sofaString !== 'string')
    throw new Refusal('unreadable', `${file.path} has no text. Export it again, with the text in it.`)
  const view = Object.values(document['%VIEWS']).find(one => one['%SOFA'] === id)
  const members = view && new Set(view['%MEMBERS'])
  const structures = all
    .filter(([, one]) => one['@sofa'] === id && one.begin !== undefined)
    .filter(([own]) => !members || members.has(own))
    .flatMap(([, one]) => structureOf(one))
  return casWith(sofa.sofaString, structures)
}

/** Keys with a mark before their name are references, numbers and the like. */
function structureOf({ '%TYPE': type, begin = 0, end = 0, ...rest }: Structure): FeatureStructure[] {
  const names = Object.keys(rest).map(key => key.replace(/^\W/, ''))
  if (isRelation(Object.fromEntries(names.map(name => [name, true])))) return []
  const strings = Object.entries(rest).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !/^[%@#^]/.test(entry[0]),
  )
  return [{ type, start: begin, end, features: Object.fromEntries(strings) }]
}
