import { ancestorsOf, type Codebook } from '../../model/codebook.ts'
import type { WriteOptions } from '../format.ts'
import type { Size } from './parquet-file.ts'
import type { Column } from './rows.ts'

/** A part of the data set that can be loaded by its name. */
export interface Config {
  readonly name: string
  /** Of its files; may have `*`. */
  readonly path: string
  readonly columns: readonly Column[]
  readonly size: Size
}

export interface DataSet {
  readonly name: string
  readonly codebook: Codebook
  /** As the articles have them. */
  readonly languages: readonly string[]
  /** The first is what is loaded where none is named. */
  readonly configs: readonly Config[]
}

/** README.md of a data set: what the hub reads of it, then what people do. */
export const dataCard = (data: DataSet, options: WriteOptions): string =>
  `---\n${head(data)}---\n\n${body(data, options)}`

function head({ name, languages, configs }: DataSet): string {
  const codes = [...new Set(languages.map(language => language.toLowerCase().split('-')[0] ?? ''))].filter(
    code => /^[a-z]{2,3}$/.test(code),
  )
  const rows = configs[0]?.size.rows ?? 0
  const infos = configs.map(infoOf)
  return [
    `pretty_name: ${quoted(name)}`,
    ...(codes.length > 0 ? ['language:', ...codes.map(code => `- ${quoted(code)}`)] : []),
    'license: unknown',
    'task_categories:',
    '- token-classification',
    '- text-classification',
    'size_categories:',
    `- ${sizeCategory(rows)}`,
    'tags:',
    '- news',
    '- annotated',
    '- assay',
    'configs:',
    ...configs.flatMap(({ name, path }, index) => [
      `- config_name: ${quoted(name)}`,
      ...(index === 0 ? ['  default: true'] : []),
      '  data_files:',
      '  - split: train',
      `    path: ${quoted(path)}`,
    ]),
    'dataset_info:',
    ...infos.flatMap(([first = '', ...others]) => [`- ${first}`, ...others.map(line => `  ${line}`)]),
    '',
  ].join('\n')
}

const infoOf = ({ name, columns, size }: Config): string[] => [
  `config_name: ${quoted(name)}`,
  'features:',
  ...columns.flatMap(featureOf),
  'splits:',
  '- name: train',
  `  num_bytes: ${size.plainBytes}`,
  `  num_examples: ${size.rows}`,
  `download_size: ${size.bytes}`,
  `dataset_size: ${size.plainBytes}`,
]

function featureOf({ name, type }: Column): string[] {
  if (typeof type !== 'string')
    return [`- name: ${name}`, '  list:', ...type.flatMap(featureOf).map(line => `  ${line}`)]
  return [`- name: ${name}`, `  dtype: ${type === 'timestamp' ? quoted('timestamp[ms, tz=UTC]') : type}`]
}

/** A JSON string is a string in YAML too. */
const quoted = (text: string): string => JSON.stringify(text)

function sizeCategory(rows: number): string {
  if (rows < 1000) return 'n<1K'
  if (rows < 10_000) return '1K<n<10K'
  if (rows < 100_000) return '10K<n<100K'
  return rows < 1_000_000 ? '100K<n<1M' : '1M<n<10M'
}

function body({ name, codebook, configs }: DataSet, { at, version }: WriteOptions): string {
  const rows = configs[0]?.size.rows ?? 0
  return `# ${prose(name)}

${rows === 1 ? 'One article' : `${rows} articles`}, annotated with Assay ${prose(version)}, exported ${prose(at)}. One row is one article.

Offsets count Unicode code points of \`text\`, as Python does: \`text[start:end]\`. A sentence that is \`reviewed\` and
has no annotation is a decision that there is nothing; any other one without an annotation is a gap.

The licence of the texts is theirs who wrote them: say under \`license\` what you may pass on.

## Labels

${codebook.labels.map(label => labelProse(label, codebook)).join('\n\n')}
${attributesProse(codebook)}`
}

function labelProse(label: Codebook['labels'][number], { labels }: Codebook): string {
  const broader = ancestorsOf(labels, label.id).map(id => labels.find(one => one.id === id)?.name ?? id)
  return [
    `### ${prose(label.name)}`,
    `\`label_id\`: \`${label.id}\`${label.retired ? ', no longer in use' : ''}`,
    ...(broader.length > 0 ? [`A kind of: ${broader.map(prose).join(', ')}.`] : []),
    ...[label.summary, label.definition].filter(text => text !== '').map(prose),
    ...(label.inclusion ? [`**When.** ${prose(label.inclusion)}`] : []),
    ...(label.exclusion ? [`**When not.** ${prose(label.exclusion)}`] : []),
    ...(label.examples.length > 0 ? [`**Such as.** ${label.examples.map(prose).join(' / ')}`] : []),
    ...(label.counterexamples.length > 0
      ? [`**Not such as.** ${label.counterexamples.map(prose).join(' / ')}`]
      : []),
  ].join('\n\n')
}

function attributesProse({ attributes }: Codebook): string {
  if (attributes.length === 0) return ''
  const entries = attributes.map(({ id, name, type, definition, choices, labels }) =>
    [
      `### ${prose(name)}`,
      `\`attribute_id\`: \`${id}\`, ${type}${labels.length > 0 ? `, of ${labels.map(label => `\`${label}\``).join(', ')}` : ''}`,
      ...(definition ? [prose(definition)] : []),
      ...(choices.length > 0 ? [`One of: ${choices.map(prose).join(' / ')}`] : []),
    ].join('\n\n'),
  )
  return `\n## Attributes\n\n${entries.join('\n\n')}\n`
}

/** Text of a person as text within a paragraph: one line, and nothing in it is Markdown or HTML. */
const prose = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|&~$^=!+@:]|^-/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
