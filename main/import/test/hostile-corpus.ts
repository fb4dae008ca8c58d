/**
 * Files that mean harm, or were harmed: made by code, so that none has to be kept. Each must be refused with one
 * sentence, or be read without harm.
 */
import { Buffer } from 'node:buffer'
import { deflateSync } from 'node:zlib'
import { fixture } from './fixture.ts'
import { overlappingZip, type ZipMember, zipOf } from './zip-builder.ts'

export interface HostileFile {
  /** What it tries, as it ends a sentence: "a file is harmless that …". */
  readonly tries: string
  readonly name: string
  make(): Uint8Array
  /** What the refusal says, or what is read; either will do where it is absent. */
  readonly refusal?: RegExp
  readonly text?: RegExp
}

const MB = 1024 * 1024
const bytes = (text: string) => new TextEncoder().encode(text)
const blanks = (size: number) => Buffer.alloc(size, ' ')

const LAUGHS = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 10 }, (_, index) => `<!ENTITY ${'bcdefghijk'[index]} "${`&${'abcdefghij'[index]};`.repeat(10)}">`).join('')}<!ENTITY out SYSTEM "file:///etc/passwd">]>`

const docx = (document: string, more: readonly ZipMember[] = []) =>
  zipOf([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'word/document.xml', content: document },
    ...more,
  ])
const paragraph = (text: string) =>
  `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`

function nested(depth: number): Uint8Array {
  const inner = depth === 0 ? bytes('The innermost text.') : nested(depth - 1)
  return zipOf([{ name: depth === 0 ? 'a.txt' : 'a.zip', content: inner }])
}

/** A PDF of these objects, without a table of where they are. */
function pdf(objects: readonly string[], trailer = '/Root 1 0 R'): Uint8Array {
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Uint8Array.from(
    Buffer.from(
      `%PDF-1.7\n${body}trailer\n<< ${trailer} /Size ${objects.length + 1} >>\nstartxref\n9\n%%EOF`,
      'latin1',
    ),
  )
}

const stream = (content: string, entries = '') =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>'
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const SENTENCE = 'BT /F 12 Tf 72 700 Td (The council decided on Tuesday.) Tj ET'
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'

const archives: readonly HostileFile[] = [
  {
    tries: 'unpacks to 100 MB of Word',
    name: 'a.docx',
    make: () => docx(blanks(100 * MB).toString()),
    refusal: /larger than Assay takes/,
  },
  {
    tries: 'unpacks to 100 MB within an archive',
    name: 'a.zip',
    make: () => zipOf([{ name: 'a.txt', content: blanks(100 * MB) }]),
    refusal: /larger than Assay takes/,
  },
  {
    tries: 'lies about its unpacked size',
    name: 'a.zip',
    make: () => zipOf([{ name: 'a.txt', content: blanks(80 * MB), claimedSize: 10 }]),
    refusal: /damaged|larger/,
  },
  {
    tries: 'packs archive into archive into archive',
    name: 'a.zip',
    make: () => nested(6),
    refusal: /within an archive/,
  },
  {
    tries: 'lets 10,000 files share the same bytes',
    name: 'a.zip',
    make: () => overlappingZip(blanks(30 * MB), 10_000),
    refusal: /larger than Assay takes/,
  },
  {
    tries: 'names 25,000 files',
    name: 'a.zip',
    make: () => zipOf(Array.from({ length: 25_000 }, (_, index) => ({ name: `${index}.txt`, content: '' }))),
    refusal: /larger than Assay takes/,
  },
  {
    tries: 'climbs out of its folder',
    name: 'a.zip',
    make: () => zipOf([{ name: '../../../etc/cron.d/x.txt', content: 'Slip.' }]),
    text: /^Slip\.$/,
  },
  {
    tries: 'is under a password (AES)',
    name: '7zip-encrypted.zip',
    make: () => fixture('7zip-encrypted.zip'),
    refusal: /password/,
  },
  {
    tries: 'is under a password (ZipCrypto)',
    name: 'zip-encrypted.zip',
    make: () => fixture('zip-encrypted.zip'),
    refusal: /password/,
  },
  { tries: 'is empty', name: 'a.zip', make: () => zipOf([]), refusal: /empty/ },
]

const documents: readonly HostileFile[] = [
  {
    tries: 'declares a billion laughs in Word',
    name: 'a.docx',
    make: () => docx(LAUGHS + paragraph('Ha &k; &out;.')),
    text: /^Ha/,
  },
  {
    tries: 'declares a billion laughs in OpenDocument',
    name: 'a.odt',
    make: () => zipOf([{ name: 'content.xml', content: `${LAUGHS}<text:p>Ha &k; &out;.</text:p>` }]),
    text: /^Ha/,
  },
  {
    tries: 'carries macros',
    name: 'a.docm',
    make: () => docx(paragraph('No harm.'), [{ name: 'word/vbaProject.bin', content: 'Shell "rm -rf"' }]),
    text: /^No harm\.$/,
  },
  {
    tries: 'nests 100,000 elements in Word',
    name: 'a.docx',
    make: () => docx(`${'<w:tbl>'.repeat(100_000)}${paragraph('Deep.')}`),
    text: /Deep/,
  },
  {
    tries: 'is an Office file under a password',
    name: 'a.xlsx',
    make: () =>
      Uint8Array.from(
        Buffer.concat([
          Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
          Buffer.alloc(1000),
          Buffer.from('EncryptedPackage', 'utf16le'),
        ]),
      ),
    refusal: /password/,
  },
  {
    tries: 'is an OpenDocument under a password',
    name: 'a.odt',
    make: () =>
      zipOf([
        { name: 'META-INF/manifest.xml', content: '<manifest:encryption-data/>' },
        { name: 'content.xml', content: 'x' },
      ]),
    refusal: /password/,
  },
  {
    tries: 'leads a book’s chapters out of the book',
    name: 'a.epub',
    make: () =>
      zipOf([
        { name: 'META-INF/container.xml', content: '<rootfile full-path="../../a.opf"/>' },
        { name: '../../a.opf', content: '<item id="a" href="../../../etc/passwd"/><itemref idref="a"/>' },
      ]),
    refusal: /no text in the book/,
  },
  {
    tries: 'opens 200,000 groups of RTF',
    name: 'a.rtf',
    make: () => bytes(`{\\rtf1 ${'{'.repeat(200_000)}Deep.`),
    text: /^Deep\.$/,
  },
  {
    tries: 'claims binary data beyond the end of an RTF',
    name: 'a.rtf',
    make: () => bytes('{\\rtf1 Before.{\\pict\\bin2000000000 x}'),
    text: /^Before\.$/,
  },
  {
    tries: 'fills a million columns of a workbook',
    name: 'a.xlsx',
    make: () =>
      zipOf([
        {
          name: 'xl/worksheets/sheet1.xml',
          content: `<row>${'<c r="XFD1"><v>1</v></c>'.repeat(100_000)}</row>`,
        },
      ]),
    refusal: /no sheet with rows/,
  },
]

const pages: readonly HostileFile[] = [
  {
    tries: 'nests 100,000 elements in HTML',
    name: 'a.html',
    make: () => bytes(`${'<div>'.repeat(100_000)}Deep.`),
    text: /Deep/,
  },
  {
    tries: 'nests 50,000 tables',
    name: 'a.html',
    make: () => bytes(`${'<table><tr><td>'.repeat(50_000)}Deep.`),
  },
  {
    tries: 'breaks the line 200,000 times',
    name: 'a.html',
    make: () => bytes(`<p>First.</p>${'<br>'.repeat(200_000)}<p>Last.</p>`),
  },
  {
    tries: 'fills 2 GB of memory from 60 MB',
    name: 'a.html',
    make: () => Buffer.alloc(60 * MB, 'x<p>'),
    // Whichever bound a computer comes to first.
    refusal: /more memory|longer than \d+ seconds/,
  },
  {
    tries: 'never closes its quotation marks',
    name: 'a.html',
    make: () => bytes(`<p>First.</p>${'<a href="'.repeat(200_000)}`),
  },
  {
    tries: 'begins 200,000 scripts',
    name: 'a.html',
    make: () => bytes(`<p>First sentence.</p>${'<script '.repeat(200_000)}`),
  },
  {
    tries: 'refers to files of the reader’s machine in a web archive',
    name: 'a.mhtml',
    make: () =>
      bytes(
        'Snapshot-Content-Location: file:///etc/passwd\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: ../../../etc/passwd\r\n\r\n<iframe src="file:///etc/passwd"></iframe><p>No harm.</p>\r\n--b--',
      ),
    text: /^No harm\.$/,
  },
  {
    tries: 'nests 2,000 parts in a mail',
    name: 'a.eml',
    make: () =>
      bytes(
        `Subject: x\r\n${Array.from({ length: 2000 }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`).join('')}`,
      ),
  },
  {
    tries: 'nests 50,000 quotations in Markdown',
    name: 'a.md',
    make: () => bytes(`${'>'.repeat(50_000)} Deep.\n${'['.repeat(50_000)}`),
  },
  {
    tries: 'declares a billion laughs in a feed',
    name: 'a.rss',
    make: () => bytes(`${LAUGHS}<rss><item><description>Ha &k;</description></item></rss>`),
    text: /^Ha/,
  },
]

const tables: readonly HostileFile[] = [
  {
    tries: 'is one line of 50 MB',
    name: 'a.csv',
    make: () => Buffer.concat([Buffer.from('text\n'), Buffer.alloc(50 * MB, 'a')]),
    refusal: /5 million/,
  },
  {
    tries: 'never closes a quotation mark',
    name: 'a.csv',
    make: () => bytes(`title,text\n"a,b\n${'c,d\n'.repeat(100_000)}`),
    refusal: /never closed/,
  },
  {
    tries: 'has 100,000 columns',
    name: 'a.csv',
    make: () => bytes(`text${','.repeat(100_000)}\n${'a\n'.repeat(10_000)}`),
    refusal: /2000 columns/,
  },
  {
    tries: 'nests 100,000 lists in JSON',
    name: 'a.json',
    make: () => bytes('['.repeat(100_000) + ']'.repeat(100_000)),
    refusal: /no records|no JSON/,
  },
  {
    tries: 'nests 100,000 lists in a field of JSON',
    name: 'a.json',
    make: () => bytes(`{"text":"No harm.","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`),
    text: /^No harm\.$/,
  },
  {
    tries: 'names the prototype of all objects',
    name: 'a.jsonl',
    make: () => bytes('{"__proto__":{"text":"x"},"constructor":"y","text":"No harm."}'),
    text: /^No harm\.$/,
  },
  {
    tries: 'holds 20 million objects',
    name: 'a.json',
    make: () => Buffer.alloc(60 * MB, '{},'),
    refusal: /more values/,
  },
  {
    tries: 'holds 30 million rows',
    name: 'a.csv',
    make: () => Buffer.concat([Buffer.from('text\n'), Buffer.alloc(60 * MB, 'a\n')]),
    refusal: /more than 200,000 rows/,
  },
  {
    tries: 'holds 60 million lines',
    name: 'a.ris',
    make: () => Buffer.alloc(60 * MB, '\n'),
    refusal: /no works/,
  },
  {
    tries: 'opens 100,000 entries of BibTeX',
    name: 'a.bib',
    make: () => bytes('@a{x, title={'.repeat(100_000)),
  },
]

const pdfs: readonly HostileFile[] = [
  {
    tries: 'carries JavaScript',
    name: 'a.pdf',
    make: () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (globalThis.run = 1; app.alert\\(1\\)) >> >>',
        PAGES,
        PAGE,
        stream(SENTENCE),
        FONT,
      ]),
    text: /^The council decided on Tuesday\.$/,
  },
  {
    tries: 'has a table of objects that leads nowhere',
    name: 'a.pdf',
    make: () =>
      pdf(
        ['<< /Type /Catalog /Pages 2 0 R >>', PAGES, PAGE, stream(SENTENCE), FONT],
        '/Root 1 0 R /Prev 999999',
      ),
    text: /council/,
  },
  {
    tries: 'lets its pages contain themselves',
    name: 'a.pdf',
    make: () =>
      pdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>']),
    refusal: /./,
  },
  {
    tries: 'unpacks to 300 MB on a page',
    name: 'a.pdf',
    make: () =>
      pdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        PAGES,
        PAGE,
        stream(deflateSync(blanks(300 * MB)).toString('latin1'), '/Filter /FlateDecode'),
        FONT,
      ]),
    refusal: /./,
  },
  {
    tries: 'is under a password',
    name: 'a.pdf',
    make: () => fixture('qpdf-encrypted.pdf'),
    refusal: /password/,
  },
  { tries: 'is only named so', name: 'a.pdf', make: () => bytes('No PDF.'), refusal: /not the PDF file/ },
]

const WHOLE = [
  'pandoc.docx',
  'pandoc.odt',
  'pandoc.epub',
  'pandoc.rtf',
  'libreoffice.xlsx',
  'libreoffice.pdf',
  'chromium-two-columns.pdf',
  'chromium.mhtml',
  'python.eml',
  'python-mixed.zip',
  'german.csv',
  'pandoc.htm',
]

/** Real files that break off. What ends in text may be read as far as it goes. */
const truncated: readonly HostileFile[] = WHOLE.flatMap(name =>
  [0.3, 0.7, 0.99].map(part => ({
    tries: `breaks off after ${part * 100} % of ${name}`,
    name,
    make: () => {
      const whole = fixture(name)
      return whole.slice(0, Math.floor(whole.length * part))
    },
  })),
)

const large: readonly HostileFile[] = ['txt', 'html', 'pdf', 'docx', 'csv'].map(ending => ({
  tries: `has 200 MB and is called ${ending}`,
  name: `a.${ending}`,
  make: () => new Uint8Array(200 * MB),
  refusal: /larger than 64 MB/,
}))

export const hostileCorpus: readonly HostileFile[] = [
  ...archives,
  ...documents,
  ...pages,
  ...tables,
  ...pdfs,
  ...truncated,
  ...large,
]
