import { expect, test } from 'vitest'
import { fixture, paragraphsOf, readOne } from '../test/fixture.ts'
import { zipOf } from '../test/zip-builder.ts'

/** The paragraphs that all files made of `article.md` hold. */
const ARTICLE = [
  'The river authority will rebuild eleven kilometres of levee before next winter, the regional council decided on Tuesday after a debate of six hours. Work is to begin in March and will cost 38 million euros, of which the state pays about half.',
  '“We have waited for this for nine years,” said Marta Olsen, who heads the council’s flood committee. “Nobody in the lower town sleeps when it rains.”',
  'A plan too small?',
  'Opponents call the plan too small. They point to a study of 2023, in which engineers of the technical university advised to move the levee back by 200 metres and to give the meadows to the water.',
  'The council did not follow that advice because it would have had to buy 64 houses — in Größe and price quite different. Президент промовчав. 日本語の文。',
  'Last spring the river rose to 7.42 metres, the highest level since measurements began in 1911. Two bridges were closed for eight days.',
]

for (const name of [
  'pandoc.docx',
  'pandoc.odt',
  'pandoc.rtf',
  'pandoc.epub',
  'libreoffice.docx',
  'libreoffice.odt',
  'libreoffice.fodt',
  'libreoffice.rtf',
  'libreoffice.pdf',
]) {
  test(`${name} is read paragraph by paragraph, without its notes' marks`, async () => {
    const read = paragraphsOf(await readOne(fixture(name), name))
    expect(read.filter(one => ARTICLE.includes(one))).toEqual(ARTICLE)
    expect(read.filter(one => /March: the first excavators/.test(one))).toHaveLength(1)
  })
}

for (const name of ['pandoc.docx', 'pandoc.odt', 'pandoc.epub', 'libreoffice.docx', 'libreoffice.odt']) {
  test(`${name} tells its title, author and language`, async () => {
    const { metadata } = await readOne(fixture(name), name)
    expect(metadata).toMatchObject({
      title: 'Council rebuilds levee',
      author: 'Ida Brandt',
      language: 'en-GB',
    })
  })
}

const word = (body: string) =>
  zipOf([
    {
      name: '_rels/.rels',
      content:
        '<Relationships><Relationship Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', content: `<w:document><w:body>${body}</w:body></w:document>` },
  ])
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

test('tracked changes are read as accepted', async () => {
  const body = `<w:p>${run('The council ')}<w:del><w:r><w:delText>may</w:delText><w:t>may</w:t></w:r></w:del><w:ins>${run('will')}</w:ins>${run(' decide.')}</w:p>`
  expect((await readOne(word(body), 'a.docx')).text).toBe('The council will decide.')
})

test('hidden text, field codes and comments in Word are not read', async () => {
  const body = `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Secret.</w:t></w:r><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>${run('Seen.')}<w:commentRangeStart w:id="1"/></w:p>`
  expect((await readOne(word(body), 'a.docx')).text).toBe('Seen.')
})

test('a text box in Word stands after its paragraph, once', async () => {
  const box = `<w:txbxContent><w:p>${run('In the box.')}</w:p></w:txbxContent>`
  const body = `<w:p>${run('Before ')}<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>${run('and after.')}</w:p><w:p>${run('Next.')}</w:p>`
  expect((await readOne(word(body), 'a.docx')).text).toBe('Before and after.\n\nIn the box.\n\nNext.')
})

test('words that Word breaks into runs stay whole, and tabs and line breaks stay', async () => {
  const body = `<w:p>${run('Lev')}${run('ee')}<w:r><w:tab/><w:t>7.42</w:t><w:br/><w:t>metres</w:t></w:r></w:p>`
  expect((await readOne(word(body), 'a.docx')).text).toBe('Levee\t7.42\nmetres')
})

test('a Word document under another name is read as what it is', async () => {
  expect((await readOne(word(`<w:p>${run('Named wrongly.')}</w:p>`), 'letter.doc')).text).toBe(
    'Named wrongly.',
  )
})

test('RTF is read in the encodings of its fonts, with Unicode where it has that', async () => {
  const rtf =
    "{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}}{\\info{\\title Gr\\'f6\\'dfe}{\\author Ida}}\\f0 Caf\\'e9 \\u8364? 5\\par\\f1\\'cf\\'f0\\'e8\\'e2\\'b3\\'f2\\f0  \\{sic\\}\\par{\\*\\unknown dropped}\\u-10179?\\u-8704?}"
  const draft = await readOne(rtf, 'a.rtf')
  expect(paragraphsOf(draft)).toEqual(['Café € 5', 'Привіт {sic}', '😀'])
  expect(draft.metadata).toEqual({ title: 'Größe', author: 'Ida' })
})

test('the chapters of a book are read in the order of its spine, without its table of contents', async () => {
  const epub = zipOf([
    { name: 'mimetype', content: 'application/epub+zip' },
    {
      name: 'META-INF/container.xml',
      content: '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    },
    {
      name: 'OEBPS/book.opf',
      content:
        '<package><metadata><dc:title>Book</dc:title></metadata><manifest><item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="b%20b.xhtml"/><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>',
    },
    { name: 'OEBPS/nav.xhtml', content: '<nav>Contents</nav>' },
    { name: 'OEBPS/b b.xhtml', content: '<html><head><title/></head><body><p>Second.</p></body></html>' },
    { name: 'OEBPS/a.xhtml', content: '<html><head><title/></head><body><p>First.</p></body></html>' },
  ])
  expect((await readOne(epub, 'a.epub')).text).toBe('First.\n\nSecond.')
})

test('an old Word file is refused with what to do', async () => {
  const bytes = new Uint8Array(2000)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  await expect(readOne(bytes, 'a.doc')).rejects.toThrow(
    'It is in an old format of Microsoft Office. Save it as .docx or .xlsx, then import that.',
  )
})
