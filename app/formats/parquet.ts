import { annotatorNames } from '../model/annotator.ts'
import type { AnnotatedArticle, Corpus } from './corpus.ts'
import type { Format, WriteOptions, WrittenFile } from './format.ts'
import { type Config, dataCard } from './parquet/data-card.ts'
import { parquetFile, type Size } from './parquet/parquet-file.ts'
import { COLUMNS, type Column, namesOf, rowOf } from './parquet/rows.ts'

/** A data set as Hugging Face has them: Parquet files, and a README that says what is in them. */
export const parquet: Format = {
  id: 'parquet',
  name: 'Parquet',
  description: 'A data set for Hugging Face, DuckDB, Spark and BigQuery: an article a row, and a card.',
  extension: 'zip',
  packaging: 'folder',
  offsets: 'code points',
  losses: ['colours'],
  options: ['partition'],
  write: (corpus, options) => (options.partition ? partitioned(corpus, options) : whole(corpus, options)),
}

function* whole(corpus: Corpus, options: WriteOptions): Generator<WrittenFile> {
  const size = emptySize()
  const languages = new Set<string>()
  const path = 'data/train.parquet'
  const noted = ({ article }: AnnotatedArticle) => languages.add(article.language).size > 0
  yield { path, content: rowsOf(corpus, noted, COLUMNS, options, size) }
  yield card(corpus, options, () => ({
    languages: [...languages],
    configs: [{ name: 'default', path, columns: COLUMNS, size }],
  }))
}

/** The column that folders stand for; files do not have it, as readers add it. */
const PARTITIONED: readonly Column[] = COLUMNS.filter(column => column.name !== 'language')

/** The articles are walked once to see which languages there are, and once more for each. */
function* partitioned(corpus: Corpus, options: WriteOptions): Generator<WrittenFile> {
  const languages = new Set<string>()
  for (const { article } of corpus.articles) languages.add(article.language)
  const all = emptySize()
  const configs: Config[] = []
  for (const language of [...languages].sort()) {
    const folder = `data/language=${folderName(language)}`
    const size = emptySize()
    // Numbered through, as folders whose names differ in case only are one on some systems.
    const path = `${folder}/train-${digits(configs.length)}-of-${digits(languages.size)}.parquet`
    configs.push({ name: folderName(language || 'und'), path, columns: PARTITIONED, size })
    const ofLanguage = ({ article }: AnnotatedArticle) => article.language === language
    yield { path, content: rowsOf(corpus, ofLanguage, PARTITIONED, options, size) }
  }
  yield card(corpus, options, () => {
    for (const { size } of configs) {
      all.rows += size.rows
      all.bytes += size.bytes
      all.plainBytes += size.plainBytes
    }
    const every = { name: 'default', path: 'data/*/*.parquet', columns: PARTITIONED, size: all }
    return { languages: [...languages], configs: [every, ...configs] }
  })
}

/** The articles that are wanted, as a file. */
function* rowsOf(
  { codebook, annotators, articles }: Corpus,
  wanted: (one: AnnotatedArticle) => boolean,
  columns: readonly Column[],
  { version }: WriteOptions,
  size: Size,
): Generator<Uint8Array> {
  const names = namesOf(codebook, annotatorNames(annotators))
  function* rows() {
    for (const one of articles) if (wanted(one)) yield rowOf(one, names)
  }
  yield* parquetFile(columns, rows(), `Assay version ${version}`, size)
}

/** README.md, made when it is its turn, as the sizes of the files are known then. */
function card(
  { project, codebook }: Corpus,
  options: WriteOptions,
  rest: () => { readonly languages: readonly string[]; readonly configs: readonly Config[] },
): WrittenFile {
  function* text() {
    yield dataCard({ name: project.name, codebook, ...rest() }, options)
  }
  return { path: 'README.md', content: text() }
}

const emptySize = (): Size => ({ rows: 0, bytes: 0, plainBytes: 0 })

/** A language as part of a path, as Hive escapes what has no place there, and names what is not known. */
const folderName = (language: string): string =>
  language === ''
    ? '__HIVE_DEFAULT_PARTITION__'
    : encodeURIComponent(language.toWellFormed()).replace(
        /[_.!~*'()]/g,
        character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      )

const digits = (number: number): string => String(number).padStart(5, '0')
