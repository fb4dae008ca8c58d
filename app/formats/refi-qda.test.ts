import { describe, expect, test } from 'vitest'
import { Annotation } from '../model/annotation.ts'
import { AnnotatorId } from '../model/ids.ts'
import type { GivenFile } from './format.ts'
import type { ReadArticle } from './read-corpus.ts'
import { refiQda } from './refi-qda.ts'
import { ANNA, claimsIn, corpusOf } from './test/corpora.ts'
import { filesOf, givenFile, textOf } from './test/round-trip.ts'
import { ATLAS_TI, F4, MAXQDA, QUALCODER } from './test/samples/refi-qda.ts'

const read = async (files: readonly GivenFile[]): Promise<ReadArticle[]> => {
  if (!refiQda.read?.recognises(files)) throw new Error('These are not recognised.')
  return [...(await refiQda.read.read(files)).articles]
}

const filesIn = (sample: Readonly<Record<string, string>>): GivenFile[] =>
  Object.entries(sample).map(([path, content]) => givenFile(path, content))

/** What annotations say, with the text that they are of. */
const said = ({ text, annotations = [] }: ReadArticle) =>
  annotations.map(({ start, end, label, annotator, note }) => [
    text.slice(start, end),
    label,
    annotator,
    note,
  ])

const emoji = claimsIn('😀 One. שלום e\u0301.', [
  { start: 0, end: 7 },
  { start: 8, end: 15 },
])

describe('what is written', () => {
  test('the project, a text for each article in sources, and a note for what REFI-QDA does not know', async () => {
    const files = await filesOf(refiQda, emoji)
    const [article] = emoji.articles
    expect(files.map(({ path }) => path)).toEqual([
      'project.qde',
      `sources/${article?.article.id}.txt`,
      expect.stringMatching(/^sources\/[\da-f-]{36}\.txt$/),
    ])
    // Without a byte order mark, which QualCoder would count as a character.
    expect([...(files[1]?.bytes.subarray(0, 4) ?? [])]).toEqual([0xf0, 0x9f, 0x98, 0x80])
  })

  test('positions count code points', async () => {
    const xml = await textOf(refiQda, emoji, 'project.qde')
    expect([...xml.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)].map(([, ...at]) => at)).toEqual([
      ['0', '6'],
      ['7', '14'],
    ])
  })

  test('an annotation is a selection with its code, those of its choices, and its note and attributes as memo', async () => {
    const [one] = [...emoji.articles]
    const [annotation] = one?.annotations ?? []
    if (!one || !annotation) throw new Error('There is one.')
    const corpus = corpusOf([
      {
        ...one,
        annotations: [
          Annotation.parse({
            ...annotation,
            note: 'A note.',
            attributes: { verdict: 'supported', 'attributed-to': 'Ms. Oakes' },
            mentions: { 'attributed-to': { start: 3, end: 6 } },
          }),
        ],
      },
    ])
    const [, source = ''] =
      /(<TextSource.*<\/TextSource>)/s.exec(await textOf(refiQda, corpus, 'project.qde')) ?? []
    expect(
      source
        .replaceAll('&#10;', '⏎')
        .replaceAll('><', '>\n<')
        .replace(/<Coding guid="[\da-f-]{36}"/g, '<Coding guid="GUID"'),
    ).toBe(
      `<TextSource guid="${one.article.id}" name="T" plainTextPath="internal://${one.article.id}.txt" creatingUser="${ANNA.id}" creationDateTime="2026-11-24T00:00:00.000Z">
<PlainTextSelection guid="${annotation.id}" startPosition="0" endPosition="6" creatingUser="${ANNA.id}" creationDateTime="2026-11-24T00:00:00.000Z" modifyingUser="${ANNA.id}" modifiedDateTime="2026-11-24T00:00:00.000Z">
<Description>A note.⏎⏎--- Assay ---⏎Verdict: supported⏎Attributed to: Ms. Oakes⏎Place of Attributed to: 2-5</Description>
<Coding guid="GUID" creatingUser="${ANNA.id}" creationDateTime="2026-11-24T00:00:00.000Z">
<CodeRef targetGUID="09640b6b-2f18-8034-9c85-83e8cc76210d"/>
</Coding>
<Coding guid="GUID" creatingUser="${ANNA.id}" creationDateTime="2026-11-24T00:00:00.000Z">
<CodeRef targetGUID="ae2047e7-7222-8fb7-8468-fdcded2a5819"/>
</Coding>
</PlainTextSelection>
<VariableValue>
<VariableRef targetGUID="a1b2a759-cd17-8960-abe5-682eba0fc684"/>
<TextValue>en</TextValue>
</VariableValue>
</TextSource>`,
    )
  })

  test('every reference leads to something, and no two things have one GUID', async () => {
    const xml = await textOf(refiQda, emoji, 'project.qde')
    const guids = [...xml.matchAll(/ guid="([^"]*)"/g)].map(([, guid]) => guid)
    expect(new Set(guids).size).toBe(guids.length)
    for (const [, guid] of xml.matchAll(/ (?:targetGUID|creatingUser|modifyingUser)="([^"]*)"/g)) {
      expect(guids).toContain(guid)
    }
  })

  test('a corpus without articles is a project without sources, which XML Schema would not let be empty', async () => {
    const files = await filesOf(refiQda, corpusOf([]))
    expect(files.map(({ path }) => path)).toEqual(['project.qde'])
    expect(files[0]?.text()).not.toMatch(/<Sources|<Notes|<NoteRef/)
  })
})

describe('what other programs write', () => {
  test('QualCoder: codes of one range in selections of their own, variables, the text of a PDF', async () => {
    const [article, pdf, ...others] = await read(filesIn(QUALCODER))
    if (!article || !pdf) throw new Error('There are two.')
    expect(article.text).toBe('😀 Zeile eins.\nZeile zwei.\n')
    expect(article.metadata).toEqual({ title: 'a&b.docx', source: 'The Courier' })
    expect(said(article)).toEqual([
      ['Zeile eins.', 'Angry', 'default', 'So & so'],
      ['Zeile zwei.', 'Tone', 'Otto', ''],
    ])
    expect(article.annotations?.[0]).toMatchObject({ created: '2026-02-03T04:05:06Z' })
    expect([pdf.text, said(pdf)]).toEqual(['Of a PDF.', [['PDF', 'Angry', 'default', '']]])
    expect(others).toEqual([])
  })

  test('MAXQDA: GUIDs in capitals, CRLF that counts as two, several codes on a selection', async () => {
    const [article] = await read(filesIn(MAXQDA))
    if (!article) throw new Error('There is one.')
    expect(article.text).toBe('Erste Zeile\r\nZweite Zeile')
    expect(said(article)).toEqual([
      ['Zweite', 'Code A', 'Eva', 'Kommentar'],
      ['Zweite', 'Code B', 'Eva', 'Kommentar'],
    ])
    expect(new Set(article.annotations?.map(({ id }) => id)).size).toBe(2)
  })

  test('ATLAS.ti: a document named after the project, CRLF that counts as one, quotations without code or length', async () => {
    const [article] = await read(filesIn(ATLAS_TI))
    if (!article) throw new Error('There is one.')
    expect(said(article)).toEqual([['Second', 'hello', 'me', '']])
  })

  test('f4: a memo on a coded range becomes its note, text of notes comes from their files', async () => {
    const [article, ...others] = await read(filesIn(F4))
    if (!article) throw new Error('There is one.')
    expect(said(article)).toEqual([['Das ist', 'Test-Code', undefined, 'Ein Memo\n\nMemo in Datei']])
    expect(others).toEqual([])
  })

  test('a text in the document itself, codes of a whole source, and positions that count UTF-16 units', async () => {
    const [article] = await read([
      givenFile(
        'project.qde',
        project(
          code('c1', 'C'),
          `<TextSource guid="s1" name="S"><PlainTextContent>😀😀 ab</PlainTextContent>${selection(5, 7)}<Coding guid="k"><CodeRef targetGUID="c1"/></Coding></TextSource>`,
        ),
      ),
    ])
    if (!article) throw new Error('There is one.')
    expect(said(article).map(([text]) => text)).toEqual(['😀😀 ab', 'ab'])
  })

  test('a project of ours that QualCoder has divided and numbered anew comes back with its attributes', async () => {
    const corpus = claimsIn('One. Two.', [{ start: 0, end: 4 }])
    const files = await filesOf(refiQda, corpus)
    const [claim, supported] = [
      '09640b6b-2f18-8034-9c85-83e8cc76210d',
      'ae2047e7-7222-8fb7-8468-fdcded2a5819',
    ]
    const selectionOf = (target: string | undefined) =>
      `<PlainTextSelection guid="${target}" startPosition="0" endPosition="4" creatingUser="${ANNA.id}"><Coding guid="x"><CodeRef targetGUID="${target}"/></Coding></PlainTextSelection>`
    const divided = files.map(file =>
      file.path === 'project.qde'
        ? givenFile(
            file.path,
            file
              .text()
              .replace(
                /<PlainTextSelection.*<\/PlainTextSelection>/s,
                selectionOf(claim) + selectionOf(supported),
              )
              .replaceAll('09640b6b', 'aaaaaaaa')
              .replaceAll('ae2047e7', 'bbbbbbbb'),
          )
        : file,
    )
    const [article] = await read(divided)
    expect(article?.annotations).toMatchObject([
      { start: 0, end: 4, label: 'claim', attributes: { verdict: 'supported' } },
    ])
  })
})

describe('what is broken', () => {
  const source = (inner: string, path = 'internal://t.txt') =>
    `<TextSource guid="s1" name="S" plainTextPath="${path}">${inner}</TextSource>`
  const text = givenFile('sources/t.txt', 'One. Two.')

  test.each([
    [
      'a range outside of its text',
      source(`\n${selection(5, 10)}`),
      /project\.qde, line 3 has an annotation from 5 to 10/,
    ],
    [
      'a range that goes backwards',
      source(`\n${selection(5, 2)}`),
      /project\.qde, line 3 has an annotation from 5 to 2/,
    ],
    ['a position that is none', source(`\n${selection(Number.NaN, 2)}`), /project\.qde, line 3/],
    ['a text that is missing', source('', 'internal://u.txt'), /line 2: the text sources\/u\.txt is missing/],
    ['no text at all', '<PictureSource guid="p" path="internal://p.png"/>', /project\.qde has no text\./],
    ['XML that is none', '<TextSource', /project\.qde is no well-formed XML \(line 2/],
  ])('%s is refused with its place', async (_, inner, message) => {
    const files = [givenFile('project.qde', project(code('c1', 'C'), inner)), text]
    await expect(read(files)).rejects.toThrow(message)
  })

  test('a note on sentences that is broken is refused with its line', async () => {
    const files = await filesOf(refiQda, emoji)
    const broken = files.map(file =>
      file.path === 'project.qde' || !file.text().includes('"sentences"')
        ? file
        : givenFile(file.path, file.text().replace('"sentences":[', '"sentences":["')),
    )
    await expect(read(broken)).rejects.toThrow(/Line 2 is no JSON/)
  })

  test('sentences of a text that was changed elsewhere are left out', async () => {
    const files = await filesOf(refiQda, emoji)
    const changed = files.map(file =>
      file.text().startsWith('😀') ? givenFile(file.path, `${file.text()} More.`) : file,
    )
    expect((await read(files))[0]?.sentences).toHaveLength(2)
    expect((await read(changed))[0]?.sentences).toBeUndefined()
  })

  test('a path cannot lead out of the archive', async () => {
    const files = [givenFile('project.qde', project('', source('', 'relative:///../../etc/passwd'))), text]
    expect(await read(files)).toEqual([])
  })
})

test('files of other formats are left to them', () => {
  expect(refiQda.read?.recognises([givenFile('a.jsonl', '{}'), givenFile('b.qde', '<Project/>')])).toBe(false)
  expect(refiQda.read?.recognises([])).toBe(false)
})

test('two annotators of one name are two users', async () => {
  const other = { id: AnnotatorId.parse('01900000-0000-7000-8000-0000000000a9'), name: 'Anna' }
  const xml = await textOf(refiQda, { ...emoji, annotators: [ANNA, other] }, 'project.qde')
  expect(xml).toContain(
    `<User guid="${ANNA.id}" name="Anna (0000a1)"/><User guid="${other.id}" name="Anna (0000a9)"/>`,
  )
})

function project(codes: string, sources: string): string {
  return `<Project xmlns="urn:QDA-XML:project:1.0" name="P"><CodeBook><Codes>${codes}</Codes></CodeBook><Sources>
${sources}</Sources></Project>`
}

const code = (guid: string, name: string) => `<Code guid="${guid}" name="${name}" isCodable="true"/>`

const selection = (start: number, end: number) =>
  `<PlainTextSelection guid="x" startPosition="${start}" endPosition="${end}"><Coding guid="k2"><CodeRef targetGUID="c1"/></Coding></PlainTextSelection>`
