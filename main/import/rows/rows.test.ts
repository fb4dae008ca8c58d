import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSource } from '../source.ts'
import { fixture, readOne } from '../test/fixture.ts'
import { zipOf } from '../test/zip-builder.ts'
import { guessColumns } from './guess-columns.ts'
import { cellDate } from './xlsx-dates.ts'

const read = (content: string, fileName: string, columns?: Parameters<typeof readSource>[2]) =>
  readSource(new TextEncoder().encode(content), fileName, columns)

const GERMAN = [
  {
    text: 'Der Rat hat am Dienstag beschlossen, elf Kilometer Deich neu zu bauen. Die Arbeiten beginnen im März.',
    metadata: {
      title: 'Deich wird gebaut',
      source: 'Die Fähre',
      url: 'https://ferry.example/deich',
      published: '2026-11-24',
    },
    annotations: [{ start: 0, end: 101, label: 'pledge', annotator: 'Ida' }],
  },
  {
    text: 'Am Sonntag fährt die Linie 4 nicht; Busse ersetzen sie. "Wir bedauern das", hieß es.',
    metadata: {
      title: 'Keine Bahnen',
      source: 'Die Fähre',
      url: 'https://ferry.example/bahn',
      published: '2026-11-23',
    },
    annotations: [{ start: 0, end: 84, label: 'fact', annotator: 'Ida' }],
  },
]

for (const name of ['german.csv', 'libreoffice.xlsx']) {
  test(`a German table is understood by the names of its columns: ${name}`, async () => {
    expect(await readSource(fixture(name), name)).toEqual(GERMAN)
  })
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  English: ['id', 'Headline', 'Full Text', 'Newspaper', 'Byline', 'URL', 'Date', 'Language'],
  German: ['Nr', 'Überschrift', 'Volltext', 'Zeitung', 'Autor', 'Link', 'Datum', 'Sprache'],
  French: ['n°', 'Titre', 'Texte intégral', 'Journal', 'Auteur', 'Lien', 'Date de publication', 'Langue'],
  Ukrainian: ['№', 'Заголовок', 'Повний текст', 'Видання', 'Автор', 'Посилання', 'Дата', 'Мова'],
  Spanish: ['núm', 'Título', 'Texto', 'Periódico', 'Autor', 'Enlace', 'Fecha', 'Idioma'],
}

for (const [language, header] of Object.entries(HEADERS)) {
  test(`columns are known by their names in ${language}`, () => {
    const [, title, text, source, author, url, published, lang] = header
    const row = ['1', 'A title', 'A text.', 'Ferry', 'Ida', 'https://ferry.example', '2026-11-24', 'en']
    expect(guessColumns(header, [row])).toEqual({
      text,
      title,
      source,
      author,
      url,
      published,
      language: lang,
    })
  })
}

test('a column of long texts is the text, whatever it is called', () => {
  const row = [
    '7',
    'The council decided on Tuesday to rebuild the levee. '.repeat(3),
    'https://ferry.example/7',
    '2026-11-24',
  ]
  expect(guessColumns(['a', 'b', 'c', 'd'], [row])).toEqual({ text: 'b', url: 'c', published: 'd' })
})

test('a column called "text" that holds numbers is not the text', () => {
  const row = ['12', 'The council decided on Tuesday to rebuild the levee. '.repeat(3)]
  expect(guessColumns(['text', 'body'], [row])?.text).toBe('body')
})

test('columns that the analyst names win over the guess, and a wrong name is answered with the right ones', async () => {
  const table = 'text,lead\nWhole.,Short.\n'
  expect((await read(table, 'a.csv', { columns: { text: 'lead' } })).map(draft => draft.text)).toEqual([
    'Short.',
  ])
  await expect(read(table, 'a.csv', { columns: { text: 'body' } })).rejects.toThrow(
    'There is no column “body”. There are: text, lead.',
  )
})

test('a table without a header is read too', async () => {
  const text = 'The council decided on Tuesday to rebuild the levee, which will cost 38 million euros. '
    .repeat(2)
    .trim()
  const drafts = await read(
    `https://ferry.example/1,"${text}"\nhttps://ferry.example/2,"${text} Again."\n`,
    'a.csv',
  )
  expect(drafts.map(draft => [draft.metadata.url, draft.text.length])).toEqual([
    ['https://ferry.example/1', text.length],
    ['https://ferry.example/2', text.length + 7],
  ])
})

test('tables separated by tabs, semicolons or bars, and by what "sep=" says, are read', async () => {
  for (const [separator, start] of [
    ['\t', ''],
    [';', ''],
    ['|', ''],
    [',', ''],
    [';', 'sep=;\r\n'],
  ] as const) {
    const table = `${start}title${separator}text\r\nOne${separator}"First; second, third"\r\n`
    expect((await read(table, 'a.csv'))[0]).toEqual({
      text: 'First; second, third',
      metadata: { title: 'One' },
    })
  }
})

test('whatever texts are in a table, they are read as they were', async () => {
  const cell = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map(text => text.replaceAll('\r', '').replaceAll('<', '').replaceAll('\0', '').trim())
    .filter(text => text !== '' && !/^[\d.,:-]*$/.test(text) && !/^https?:/.test(text))
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 8 }), async texts => {
      const table = stringify(
        texts.map((text, index) => [`Title ${index}`, text]),
        { header: true, columns: ['title', 'text'] },
      )
      expect((await read(table, 'a.csv')).map(draft => draft.text)).toEqual(texts)
    }),
    { numRuns: 50 },
  )
})

test('JSON Lines are an article a line, with fields within fields', async () => {
  const lines = [
    {
      content: 'First text.',
      title: 'One',
      source: { id: null, name: 'Ferry' },
      publishedAt: '2026-11-24T08:00:00Z',
      authors: ['Ida', 'Jo'],
    },
    { content: 'Second text.', title: 'Two' },
  ]
  expect(await read(lines.map(line => JSON.stringify(line)).join('\n'), 'a.jsonl')).toEqual([
    {
      text: 'First text.',
      metadata: { title: 'One', source: 'Ferry', author: 'Ida, Jo', published: '2026-11-24T08:00:00Z' },
    },
    { text: 'Second text.', metadata: { title: 'Two' } },
  ])
})

test('JSON with a list within an object, a list, and one record are read', async () => {
  const record = { text: 'A text.', title: 'One' }
  for (const value of [{ status: 'ok', articles: [record] }, [record], record]) {
    expect(await readOne(JSON.stringify(value), 'a.json')).toEqual({
      text: 'A text.',
      metadata: { title: 'One' },
    })
  }
})

test('a broken line of JSON is named', async () => {
  await expect(read('{"text":"a"}\n{"text":"b"}\n{"text":', 'a.jsonl')).rejects.toThrow(/^Line 3 is no JSON/)
})

test('a workbook by hand: shared strings with formats and phonetic guides, gaps, dates, the first sheet with rows', async () => {
  const xlsx = zipOf([
    {
      name: 'xl/workbook.xml',
      content: '<workbook><sheets><sheet name="E" r:id="r1"/><sheet name="T" r:id="r2"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
    },
    {
      name: 'xl/styles.xml',
      content: '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    {
      name: 'xl/sharedStrings.xml',
      content:
        '<sst><si><t>text</t></si><si><t>date</t></si><si><r><t>東京</t></r><rPh><t>とうきょう</t></rPh><r><t xml:space="preserve"> rises.</t></r></si></sst>',
    },
    { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><sheetData/></worksheet>' },
    {
      name: 'xl/worksheets/sheet2.xml',
      content:
        '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row><c r="A2" t="s"><v>2</v></c><c r="C2" s="1"><v>46350</v></c></row></sheetData></worksheet>',
    },
  ])
  expect(await readOne(xlsx, 'a.xlsx')).toEqual({
    text: '東京 rises.',
    metadata: { published: '2026-11-24' },
  })
})

test('dates of Excel and of old Macs are the same day', () => {
  expect(cellDate(46350, false)).toBe('2026-11-24')
  expect(cellDate(46350 - 1462, true)).toBe('2026-11-24')
  expect(cellDate(46350.5, false)).toBe('2026-11-24T12:00:00')
})
