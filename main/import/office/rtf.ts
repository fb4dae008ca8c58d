import { Refusal } from '#app/failure'
import { known } from '../html/page-metadata.ts'
import type { Source } from '../source.ts'
import { TextFlow } from '../text-flow.ts'
import { encodingOfCharset, encodingOfCodePage } from './rtf-charsets.ts'
import { rtfTokens } from './rtf-tokens.ts'

/** RTF, as WordPad, TextEdit and Word write it. Pictures, notes, heads and feet of pages are left out. */
export const rtf: Source = {
  extensions: ['rtf'],
  name: 'RTF',
  async read(bytes) {
    const { text, title, author } = readRtf(bytes)
    if (text === '') throw new Refusal('unreadable', 'The document holds no text.')
    return [{ text, metadata: known({ title, author }) }]
  },
}

/** Destinations whose text is none of the document's. One after `\*` is skipped whatever its name. */
const SKIPPED = new Set(
  'colortbl stylesheet pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation fldinst themedata datastore xe tc rxe bkmkstart bkmkend listtable listoverridetable rsidtbl generator filetbl revtbl nonshppict'.split(
    ' ',
  ),
)

const SYMBOLS: Readonly<Record<string, string>> = {
  tab: '\t',
  '~': '\u00a0',
  _: '-',
  '-': '\u00ad',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  '\\': '\\',
  '{': '{',
  '}': '}',
}

/** What ends a paragraph: also the cell of a table, and breaks of pages and columns. */
const ENDS = new Set(['par', 'sect', 'page', 'column', 'cell', 'row', 'nestcell', '\n', '\r'])

interface Group {
  /** Where text goes: to the document, nowhere, or to a field of the metadata. */
  readonly to: 'text' | 'nowhere' | 'info' | 'title' | 'author' | 'fonts'
  readonly encoding: string
  /** How many characters stand after `\u` for programs that do not know it. */
  readonly fallback: number
  readonly hidden: boolean
}

function readRtf(bytes: Uint8Array): { text: string; title: string; author: string } {
  const flow = new TextFlow()
  const fields = { title: '', author: '' }
  const fonts = new Map<number, string>()
  const stack: Group[] = []
  let group: Group = { to: 'text', encoding: 'windows-1252', fallback: 1, hidden: false }
  let standard = group.encoding
  let font = 0
  let starred = false
  let toSkip = 0
  let pending: number[] = []

  const write = (text: string) => {
    if (group.hidden) return
    if (group.to === 'text') flow.verbatim(text)
    else if (group.to === 'title' || group.to === 'author') fields[group.to] += text
  }
  const flush = () => {
    if (pending.length > 0) write(new TextDecoder(group.encoding).decode(Uint8Array.from(pending)))
    pending = []
  }
  const word = (name: string, number: number | undefined) => {
    if (name === '*') starred = true
    else if (group.to === 'nowhere') return
    else if (group.to === 'info' && (name === 'title' || name === 'author'))
      group = { ...group, to: fields[name] === '' ? name : 'nowhere' }
    else if (name === 'info') group = { ...group, to: 'info' }
    else if (name === 'fonttbl') group = { ...group, to: 'fonts' }
    else if (SKIPPED.has(name) || (starred && !KEPT_STARRED.has(name))) group = { ...group, to: 'nowhere' }
    else if (name === 'u' && number !== undefined) {
      write(String.fromCharCode(number & 0xffff))
      toSkip = group.fallback
    } else if (name === 'uc') group = { ...group, fallback: Math.min(number ?? 1, 8) }
    else if (name === 'ansicpg') {
      standard = encodingOfCodePage(number ?? 1252)
      group = { ...group, encoding: standard }
    } else if (name === 'f' || name === 'fcharset') {
      if (name === 'f') font = number ?? 0
      const encoding = name === 'fcharset' ? encodingOfCharset(number ?? 0) : undefined
      if (group.to === 'fonts') {
        if (encoding && encoding !== 'windows-1252') fonts.set(font, encoding)
      } else group = { ...group, encoding: fonts.get(font) ?? standard }
    } else if (name === 'v' || name === 'deleted') group = { ...group, hidden: number !== 0 }
    else if (name === 'plain') group = { ...group, hidden: false }
    else if (group.to === 'text' && !group.hidden && ENDS.has(name)) flow.paragraph()
    else if (group.to === 'text' && !group.hidden && name === 'line') flow.line()
    else if (SYMBOLS[name] !== undefined && group.to !== 'fonts') write(SYMBOLS[name])
    if (name !== '*') starred = false
  }

  for (const token of rtfTokens(bytes)) {
    if (token.is === 'byte') {
      starred = false
      if (toSkip > 0) toSkip--
      else pending.push(token.byte)
      continue
    }
    flush()
    if (token.is === 'word') {
      word(token.word, token.number)
      continue
    }
    toSkip = 0
    starred = false
    if (token.is === 'open') stack.push(group)
    else group = stack.pop() ?? group
  }
  flush()
  return { text: flow.text(), title: fields.title.trim(), author: fields.author.trim() }
}

/** Destinations of newer programs that do hold text of the document. */
const KEPT_STARRED = new Set(['shptxt', 'shpinst', 'uc', 'u'])
