import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'

const BIN = join(import.meta.dirname, 'bin.mjs')

/** The command line in a folder of its own, as a person or a script calls it. */
function shell(folder = temporaryFolder()) {
  const assay = (words: string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...words], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: { ...process.env, ASSAY_DATA: join(folder, 'data') },
    })
    return { status, stdout, stderr }
  }
  const json = (words: string[]) => JSON.parse(assay([...words, '--json']).stdout)
  const file = (name: string, text: string) => writeFileSync(join(folder, name), text)
  return { folder, assay, json, file }
}

function project(folder = temporaryFolder()) {
  const used = shell(folder)
  used.file('bridge.txt', 'Bridge shut\n\n😀 It is shut. “It will open,” she said. Nobody believes it.')
  used.assay(['init', 'p.assay', '--name', 'Bridges'])
  used.assay(['import', 'p.assay', 'bridge.txt'])
  return used
}

test('a corpus is made, tagged, looked at and exported from the command line', () => {
  const { assay, json, folder } = project()
  const [article] = json(['list', 'p.assay'])
  expect(article).toMatchObject({ title: 'Bridge shut', sentences: 4, tagged: 0 })
  expect(
    assay([
      'tag',
      'p.assay',
      'Bridge shut',
      '3',
      'pledge',
      '--annotator',
      'Anna',
      '--note',
      'vague',
      '--attribute',
      'attributed-to=She',
    ]).status,
  ).toBe(0)
  expect(
    assay([
      'tag',
      'p.assay',
      article.id.slice(0, 6),
      '4',
      'claim',
      '--annotator',
      'Borys',
      '--attribute',
      'verdict=unverified',
    ]).status,
  ).toBe(0)
  const { sentences } = json(['show', 'p.assay', article.id])
  expect(sentences[1]).toMatchObject({ sentence: 2, start: 13, end: 26, text: '😀 It is shut.' })
  expect(sentences[2].labels).toEqual([{ label: 'pledge', annotator: 'Anna', note: 'vague' }])
  expect(json(['stats', 'p.assay'])).toMatchObject({ articles: 1, sentences: 4, annotations: 2 })
  expect(json(['export', 'p.assay', '--format', 'jsonl', '--out', 'o.jsonl'])).toMatchObject({ articles: 1 })
  const line = JSON.parse(readFileSync(join(folder, 'o.jsonl'), 'utf8'))
  expect(
    line.annotations.map((one: { annotator: string; label: string; attributes: object }) => [
      one.annotator,
      one.label,
      one.attributes,
    ]),
  ).toEqual([
    ['Anna', 'pledge', { 'attributed-to': 'She' }],
    ['Borys', 'claim', { verdict: 'unverified' }],
  ])
  expect(assay(['check', 'p.assay']).stdout).toBe('p.assay is whole.\n')
})

test('files, folders, globs and standard input are imported, with a result for each', () => {
  const { assay, json, file, folder } = shell()
  assay(['init', 'p.assay'])
  mkdirSync(join(folder, 'in', 'deep'), { recursive: true })
  file('in/a.txt', 'A. One.')
  file('in/deep/b.md', '# B\n\nTwo.')
  file('in/deep/ignored.bin', 'x')
  file('c1.txt', 'C. Three.')
  file('empty.txt', '')
  const results = json(['import', 'p.assay', 'in', 'c*.txt', 'empty.txt', 'missing.txt', 'in/a.txt'])
  expect(
    results.map(
      (one: { articles?: { added: boolean }[]; failure?: { message: string } }) =>
        one.failure?.message ?? one.articles?.[0]?.added,
    ),
  ).toEqual([
    true,
    true,
    true,
    'The file is empty.',
    'There is no missing.txt. Check the name and the folder.',
    false,
  ])
  expect(assay(['import', 'p.assay', '-'], 'From a pipe. Yes.').status).toBe(0)
  expect(json(['list', 'p.assay', '--filter', 'pipe'])).toHaveLength(1)
})

test('the application and the command line write the same export', () => {
  const { assay, folder } = project()
  for (const format of ['jsonl', 'csv']) {
    assay(['export', 'p.assay', '--format', format, '--out', `1.${format}`])
    assay(['export', 'p.assay', '--format', format, '--out', `2.${format}`])
    expect(readFileSync(join(folder, `1.${format}`))).toEqual(readFileSync(join(folder, `2.${format}`)))
  }
})

/** One project for all calls that are refused: none changes it. */
let refused: ReturnType<typeof project> | undefined
afterAll(() => rmSync(refused?.folder ?? '', { recursive: true, force: true }))

test.each([
  [['tag', 'p.assay', 'Bridge shut', '1', 'fact', '--annotator', ' '], '--annotator'],
  [['import', 'p.assay', 'bridge.txt', '--annotator', ''], '--annotator'],
  [['export', 'p.assay', '--format', 'csv', '--out', 'x', '--annotator', ''], '--annotator'],
  [['share', 'p.assay', '--out', 'x', '--annotator', ''], '--annotator'],
  [['share', 'p.assay', '--out', 'x', '--with', ''], '--with'],
  [['agreement', 'p.assay', '--annotator', ''], '--annotator'],
  [['feedback', 'p.assay', '--out', 'x', '--annotator', ''], '--annotator'],
  [['list', 'p.assay', '--annotator', 'x'.repeat(201)], '--annotator'],
  [['assign', 'p.assay', '--to', 'Anna', ''], '--to'],
  [['assign', 'p.assay', '--again', '10%', '--to', ''], '--to'],
  [['init', 'q.assay', '--name', ''], '--name'],
  [['init', 'q.assay', '--from', 'x', '--as', ''], '--as'],
])('%j is refused, for a name is none', (words, option) => {
  refused ??= project(mkdtempSync(join(tmpdir(), 'assay-test-')))
  const { status, stderr } = refused.assay(words)
  expect([status, stderr]).toEqual([2, `assay: ${option} takes a name of 1 to 200 characters.\n`])
  expect(refused.json(['stats', 'p.assay']).annotators).toHaveLength(1)
})

test('the help of one command is its own', () => {
  const { assay } = shell()
  const { status, stdout } = assay(['help', 'protect'])
  expect([status, stdout]).toEqual([0, assay(['protect', '--help']).stdout])
  expect(stdout).toMatch(/^usage: assay protect P\.assay\n[^\n]+\n$/)
})

test.each([
  [[], 2, ''],
  [['nonsense'], 2, 'there is no command “nonsense”'],
  [['list'], 2, 'usage: assay list'],
  [['list', 'p.assay', '--nonsense'], 2, 'there is no option --nonsense; usage: assay list'],
  [['list', 'p.assay', '-x'], 2, 'there is no option -x; usage: assay list'],
  [['list', 'p.assay', '--bin=yes'], 2, '--bin takes no value; usage: assay list'],
  [['search', 'p.assay', 'it', '--limit'], 2, '--limit takes a value, and none follows; usage:'],
  [['search', 'p.assay', 'it', '--limit', '-3'], 2, 'write --limit=-3 if it is the value; usage:'],
  [['search', 'p.assay', 'it', '--limit=-3'], 2, '--limit takes a number from 1, not “-3”'],
  [['help', 'nonsense'], 2, 'there is no command “nonsense”'],
  [['protect', 'missing.assay'], 1, 'There is no missing.assay'],
  [['unprotect', 'missing.assay'], 1, 'There is no missing.assay'],
  [['init', 'q.assay', '--codebook', 'nonsense'], 1, 'or one of default, '],
  [['restore', 'p.assay', 'nonsense'], 1, '`assay backups p.assay` lists those there are'],
  [['list', 'missing.assay'], 1, 'There is no missing.assay'],
  [['init', 'p.assay'], 1, 'there already'],
  [['tag', 'p.assay', 'Bridge shut', '1', 'fact'], 2, '--annotator NAME'],
  [['tag', 'p.assay', 'Bridge shut', '99', 'fact', '--annotator', 'A'], 2, '1 to 4'],
  [['tag', 'p.assay', 'Bridge shut', '1', 'nonsense', '--annotator', 'A'], 1, 'It has fact, pledge'],
  [
    ['tag', 'p.assay', 'Bridge shut', '1', 'fact', '--annotator', 'A', '--attribute', 'verdict=refuted'],
    2,
    'claim only',
  ],
  [['tag', 'p.assay', 'Nothing', '1', 'fact', '--annotator', 'A'], 1, 'no article “Nothing”'],
  [['export', 'p.assay', '--out', 'x'], 2, 'Say which format: --format, and one of jsonl, '],
  [['export', 'p.assay', '--format', 'nonsense', '--out', 'x'], 2, '--format takes one of jsonl, '],
  [
    ['export', 'p.assay', '--format', 'csv', '--out', 'no/folder/x'],
    1,
    'There is no folder no/folder. Make it',
  ],
  [['export', 'p.assay', '--format', 'brat', '--out', 'no/folder/x'], 1, 'There is no folder no/folder.'],
  [['share', 'p.assay', '--out', 'no/folder/x'], 1, 'There is no folder no/folder. Make it'],
  [['serve', 'p.assay', '--port', 'x'], 2, '--port'],
])('%j ends with %i and one line that says what to do', (words, status, reason) => {
  refused ??= project(mkdtempSync(join(tmpdir(), 'assay-test-')))
  const done = refused.assay(words)
  expect(done.status).toBe(status)
  expect(done.stderr).toContain(reason)
  if (reason !== '') expect(done.stderr.trimEnd().split('\n')).toHaveLength(1)
})

test.each(['c.assay.jsonl', 'c.assay.jsonl.gz'])(
  '%s in the place of a project is told as what it is',
  sent => {
    const { assay } = project()
    assay(['share', 'p.assay', '--out', sent])
    for (const words of [['list'], ['check'], ['backups'], ['protect'], ['recover', '--out', 'q.assay']]) {
      const [name = '', ...options] = words
      const { status, stderr } = assay([name, sent, ...options])
      expect([status, stderr]).toEqual([
        1,
        `assay: ${sent} is a colleague’s file, not a project. Begin a project with it (\`assay init --from\`), or merge it into yours.\n`,
      ])
    }
  },
)

test('text from outside does not steer the terminal', () => {
  const { assay, file } = shell()
  assay(['init', 'p.assay'])
  file('evil.txt', 'Red \u001b[31malert\u0007 and \u202eevil\n\nMore.')
  const { stdout } = assay(['import', 'p.assay', 'evil.txt'])
  expect(stdout).toContain('Red \\u{1b}[31malert\\u{7} and \\u{202e}evil')
})

test('a codebook of one’s own is used', () => {
  const { assay, json, file } = shell()
  const label = {
    id: 'quote',
    name: 'Quote',
    definition: '',
    colour: 'sky',
    key: 'q',
    exclusive: false,
    position: 0,
  }
  file('book.json', JSON.stringify({ labels: [label], attributes: [] }))
  expect(json(['init', 'p.assay', '--codebook', 'book.json'])).toMatchObject({ labels: ['quote'] })
  expect(json(['init', 'r.assay', '--codebook', 'argument-components'])).toMatchObject({
    labels: ['claim', 'premise', 'other'],
  })
  file('bad.json', JSON.stringify({ labels: [] }))
  expect(assay(['init', 'q.assay', '--codebook', 'bad.json'])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('bad.json is not as this format has it (labels'),
  })
})

test('the corpus is searched, with offsets in code points', () => {
  const { assay, json } = project()
  const { stdout } = assay(['search', 'p.assay', 'shut OR "will open"'])
  expect(stdout).toContain('😀 It is [shut]')
  expect(stdout).toContain('3 hits in 1 article.')
  const found = json(['search', 'p.assay', 'it', '--pattern', 'SHUT', '--sort', 'right'])
  expect(found).toMatchObject({ hits: 1, articles: 1, capped: false })
  expect(found.shown).toMatchObject([{ hit: 'It', sentence: 2, start: 15, end: 17 }])
  const refused = assay(['search', 'p.assay', '"shut'])
  expect(refused).toMatchObject({ status: 2, stdout: '' })
  expect(refused.stderr).toContain('not closed')
})
