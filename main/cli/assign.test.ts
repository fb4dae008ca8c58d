import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'

const BIN = join(import.meta.dirname, 'bin.mjs')

/** The command line of one person, with what is remembered on their computer. */
function desk(folder: string, name: string) {
  const assay = (...words: string[]) =>
    spawnSync(process.execPath, [BIN, ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ASSAY_DATA: join(folder, `data of ${name}`) },
    })
  const json = (...words: string[]) => JSON.parse(assay(...words, '--json').stdout)
  return { assay, json }
}

/** A project with six articles in two languages, on the lead’s computer. */
function corpus(folder: string) {
  const lead = desk(folder, 'lead')
  lead.assay('init', 'p.assay', '--name', 'Team')
  for (let number = 1; number <= 6; number++) {
    const text =
      number % 2 === 0
        ? `The bridge ${number} is shut. Nobody knows why.`
        : `Le pont ${number} est fermé. Personne ne sait pourquoi.`
    writeFileSync(
      join(folder, `${number}.md`),
      `---\ntitle: Bridge ${number}\nlanguage: ${number % 2 === 0 ? 'en' : 'fr'}\n---\n\n${text}`,
    )
  }
  lead.assay('import', 'p.assay', ...[1, 2, 3, 4, 5, 6].map(number => `${number}.md`))
  return lead
}

test('articles are dealt, everybody starts from a file of theirs as who they are, and their work comes back', () => {
  const folder = temporaryFolder()
  const lead = corpus(folder)
  const dry = lead.json(
    'assign',
    'p.assay',
    '--to',
    'Anna',
    'Borys',
    '--overlap',
    '34%',
    '--stratify',
    'language',
    '--dry-run',
  )
  expect(dry).toMatchObject({
    dealt: false,
    files: [],
    annotators: [{ isNew: true, articles: 4 }, { articles: 4 }],
  })
  const dealt = lead.json(
    'assign',
    'p.assay',
    '--to',
    'Anna',
    'Borys',
    '--overlap',
    '34%',
    '--stratify',
    'language',
    '--blind',
    '--out',
    'start',
  )
  expect(dealt.deals.map(({ overlap }: { overlap: boolean }) => overlap)).toEqual(
    dry.deals.map(({ overlap }: { overlap: boolean }) => overlap),
  )
  expect(readdirSync(join(folder, 'start')).sort()).toEqual([
    'Team-Anna.assay.jsonl.gz',
    'Team-Borys.assay.jsonl.gz',
  ])

  const anna = desk(folder, 'Anna')
  const file = join('start', 'Team-Anna.assay.jsonl.gz')
  const asked = anna.assay('init', 'asked.assay', '--from', file)
  expect(asked.stdout).toContain('The file was made for Anna. If that is you')
  const [{ annotator }] = dealt.annotators
  expect(anna.json('init', 'a.assay', '--from', file, '--as', 'Anna')).toMatchObject({
    annotator,
    meantFor: null,
  })
  const list = anna.json('list', 'a.assay')
  expect(list).toHaveLength(4)
  expect(anna.assay('tag', 'a.assay', list[0].title, '1', 'fact', '--annotator', 'Anna').status).toBe(0)
  expect(
    anna.json('share', 'a.assay', '--out', 'back.assay.jsonl', '--annotator', 'Anna').counts,
  ).toMatchObject({ annotation: 1 })
  expect(lead.json('merge', 'p.assay', 'back.assay.jsonl')[0].counts.annotation).toMatchObject({ added: 1 })
  expect(
    lead
      .json('stats', 'p.assay')
      .annotators.map((one: { annotator: string }) => one.annotator)
      .filter((name: string) => name === 'Anna'),
  ).toHaveLength(1)

  const anew = lead.json('assign', 'p.assay', '--out', 'later')
  expect(anew).toMatchObject({ dealt: false, blind: true, files: [{ articles: 4 }, { articles: 4 }] })
}, 120_000)

test('one file for all is written where a file is named', () => {
  const folder = temporaryFolder()
  const lead = corpus(folder)
  const { files } = lead.json(
    'assign',
    'p.assay',
    '--to',
    'Anna',
    '--to',
    'Borys',
    '--out',
    'all.assay.jsonl',
  )
  expect(files).toMatchObject([{ path: 'all.assay.jsonl', articles: 6 }])
  expect(existsSync(join(folder, 'all.assay.jsonl'))).toBe(true)
})

test('what cannot be dealt is refused in one line, and nothing is dealt', () => {
  const lead = desk(temporaryFolder(), 'lead')
  lead.assay('init', 'p.assay')
  const refused: [string[], number, string][] = [
    [[], 2, 'Say to whom: --to NAME'],
    [['--out', 'start'], 1, 'Nothing is dealt to anybody yet'],
    [
      ['--to', 'Anna', '--overlap', 'half'],
      2,
      '--overlap takes a part of the articles from 0% to 100%, not “half”',
    ],
    [['--to', 'Anna', '--overlap', '200%'], 2, 'from 0% to 100%, not “200%”'],
    [['--again', '10'], 2, '--again takes a part of the articles above 0% and up to 100%, not “10”'],
    [['--again', '0%'], 2, 'above 0% and up to 100%, not “0%”'],
    [['--to', 'Anna', '--balance', 'luck'], 2, '--balance takes articles or sentences, not “luck”'],
    [['--to', 'Anna', '--overlap-to', '1'], 2, '--overlap-to takes a number from 2 to 200, not “1”'],
    [['--to', 'Anna', '--seed', 'luck'], 2, '--seed takes a number from 0 to 4294967295, not “luck”'],
    [['--to', 'Anna', 'Anna'], 2, 'named twice'],
  ]
  for (const [words, status, message] of refused) {
    const done = lead.assay('assign', 'p.assay', ...words)
    expect([done.status, done.stderr.trim().split('\n').length]).toEqual([status, 1])
    expect(done.stderr).toContain(message)
  }
  expect(lead.json('stats', 'p.assay').annotators).toHaveLength(1)
})

test('a part of what annotators have is dealt to them again, and how far they agree with themselves is told', () => {
  const folder = temporaryFolder()
  const lead = corpus(folder)
  lead.assay('assign', 'p.assay', '--to', 'Anna', 'Borys')
  const dry = lead.json('assign', 'p.assay', '--again', '67%', '--dry-run')
  expect(dry).toMatchObject({ dealt: false, files: [], terms: { part: 0.67, stratify: 'none', seed: 1 } })
  expect(
    dry.readers.map(({ of, articles }: { of: number; articles: string[] }) => [of, articles.length]),
  ).toEqual([
    [3, 2],
    [3, 2],
  ])
  const done = lead.assay('assign', 'p.assay', '--again', '67%', '--to', 'Anna', '--out', 'start')
  expect(done.stdout).toContain('Anna reads 2 of 3 articles a second time')
  expect(readdirSync(join(folder, 'start'))).toEqual(['Team-Anna.assay.jsonl.gz'])
  expect(lead.assay('agreement', 'p.assay').stdout).toContain(
    'Anna twice: No sentence was read a second time yet.',
  )
  const again = lead.json('assign', 'p.assay', '--again', '100%', '--to', 'Anna', '--dry-run')
  expect(again.readers).toMatchObject([{ of: 1 }])
  for (const name of ['Anna', 'Anna (second reading)'])
    for (const article of dry.readers[0].articles)
      expect(lead.assay('tag', 'p.assay', article, '1', 'fact', '--annotator', name).status).toBe(0)
  const said = lead.assay('agreement', 'p.assay').stdout
  expect(said).toContain('Anna twice: 2 sentences in 2 articles, 0 of them judged otherwise the second time')
  expect(said).toContain('Only one value was ever given')
  expect(lead.json('agreement', 'p.assay')).toMatchObject({
    coders: ['Anna'],
    consistency: [{ annotator: { name: 'Anna' }, n: 2, percent: { value: 1 } }],
  })
  const refused = lead.assay('assign', 'p.assay', '--again', '0%')
  expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--again takes')])
}, 120_000)
