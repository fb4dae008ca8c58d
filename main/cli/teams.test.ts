import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#main/test/projects'
import { desk } from './test/desk.ts'

test('a round of a team: share, join, tag, share back, merge, agree', () => {
  const folder = temporaryFolder()
  const [anna, borys] = [desk(folder, 'Anna'), desk(folder, 'Borys')]
  writeFileSync(
    join(folder, 'roads.md'),
    '---\ntitle: Roads\n---\n\nTaxes rise. Roads fall apart! Nobody knows why.',
  )
  anna.assay('init', 'anna.assay', '--name', 'Team')
  anna.assay('import', 'anna.assay', 'roads.md')
  for (const [sentence, label] of [
    [1, 'fact'],
    [2, 'fact'],
    [3, 'claim'],
  ] as const)
    anna.tag('anna.assay', sentence, label)
  expect(anna.json('share', 'anna.assay', '--out', 'all.assay.jsonl').counts).toMatchObject({
    article: 1,
    annotation: 3,
  })

  expect(borys.json('init', 'borys.assay', '--from', 'all.assay.jsonl')).toMatchObject({
    project: { name: 'Team' },
  })
  for (const [sentence, label] of [
    [1, 'fact'],
    [2, 'claim'],
    [3, 'claim'],
  ] as const)
    borys.tag('borys.assay', sentence, label)
  borys.assay('share', 'borys.assay', '--out', 'borys.assay.jsonl.gz', '--annotator', 'Borys')

  const [dry] = anna.json('merge', 'anna.assay', 'borys.assay.jsonl.gz', '--dry-run')
  expect(dry.counts.annotation).toMatchObject({ added: 3 })
  expect(anna.json('stats', 'anna.assay').annotations).toBe(3)
  const [merged] = anna.json('merge', 'anna.assay', 'borys.assay.jsonl.gz')
  expect(merged.counts).toEqual(dry.counts)
  expect(anna.json('stats', 'anna.assay').annotations).toBe(6)
  const [again] = anna.json('merge', 'anna.assay', 'borys.assay.jsonl.gz')
  expect(again.counts.annotation).toMatchObject({ unchanged: 3, added: 0 })

  const report = anna.json('agreement', 'anna.assay')
  expect(report.coders).toEqual(['Anna', 'Borys'])
  expect(report.pairs[0]).toMatchObject({ n: 3, percent: { value: 2 / 3 } })
  expect(report.pairs[0].kappa.value).toBeCloseTo(0.4, 10)
  expect(report).toMatchObject({ seed: 1, samples: 1000, sets: null, byWeek: [{ n: 3 }] })
  expect(report.spans.pairs[0].exact).toMatchObject({ value: 2 / 3, n: 6 })
  expect(anna.json('agreement', 'anna.assay', '--filter', 'Nowhere').alpha).toEqual({
    undefined: 'There is nothing that at least two annotators have judged.',
  })
  const printed = anna.assay('agreement', 'anna.assay', '--seed', '7').stdout
  expect(printed).toContain('unitizing alpha')
  expect(printed).toContain('Seed 7, 1000 samples')
}, 120_000)

test('what was sent to a colleague is not sent again', () => {
  const folder = temporaryFolder()
  const anna = desk(folder, 'Anna')
  writeFileSync(join(folder, 'roads.md'), '---\ntitle: Roads\n---\n\nTaxes rise. Roads fall apart!')
  anna.assay('init', 'anna.assay', '--name', 'Team')
  anna.assay('import', 'anna.assay', 'roads.md')
  anna.tag('anna.assay', 1, 'fact')
  const shared = (file: string) => anna.json('share', 'anna.assay', '--out', file, '--with', 'Borys').counts
  expect(shared('1.assay.jsonl')).toMatchObject({ article: 1, annotation: 1 })
  anna.tag('anna.assay', 2, 'claim')
  expect(shared('2.assay.jsonl')).toEqual({ annotation: 1 })
  expect(shared('3.assay.jsonl')).toEqual({})
  const borys = desk(folder, 'Borys')
  borys.assay('init', 'borys.assay', '--from', '1.assay.jsonl')
  expect(borys.json('merge', 'borys.assay', '2.assay.jsonl')[0].counts.annotation).toMatchObject({ added: 1 })
})

test('a damaged file is refused in one line, and the others are merged', () => {
  const folder = temporaryFolder()
  const anna = desk(folder, 'Anna')
  anna.assay('init', 'anna.assay', '--name', 'Team')
  anna.assay('share', 'anna.assay', '--out', 'good.assay.jsonl')
  writeFileSync(join(folder, 'bad.assay.jsonl'), '{"assay":"exchange"')
  const done = anna.assay('merge', 'anna.assay', 'bad.assay.jsonl', 'good.assay.jsonl')
  expect(done.status).toBe(1)
  expect(done.stdout).toContain('✗ bad.assay.jsonl: Line 1 is no JSON')
  expect(done.stdout).toContain('✓ good.assay.jsonl')
})

test('a team decides: agreed by rule, the rest as one annotator says, gold goes out, and feedback', () => {
  const folder = temporaryFolder()
  const anna = desk(folder, 'Anna')
  const borys = desk(folder, 'Borys')
  writeFileSync(join(folder, 'roads.md'), '---\ntitle: Roads\n---\n\nTaxes rise. Roads fall apart!')
  anna.assay('init', 'p.assay', '--name', 'Team')
  anna.assay('import', 'p.assay', 'roads.md')
  for (const sentence of [1, 2]) anna.tag('p.assay', sentence, 'fact')
  borys.tag('p.assay', 1, 'fact')
  borys.tag('p.assay', 2, 'claim')
  expect(anna.json('adjudicate', 'p.assay')).toMatchObject([{ title: 'Roads', open: 2, disagreed: 1 }])
  expect(anna.json('adjudicate', 'p.assay', '--rule', 'agreed', '--dry-run')).toMatchObject({ decided: 1 })
  expect(anna.json('adjudicate', 'p.assay')).toMatchObject([{ open: 2, decided: 0 }])
  expect(anna.assay('adjudicate', 'p.assay', '--rule', 'agreed').stdout).toContain('Decided 1 sentence in')
  expect(anna.json('adjudicate', 'p.assay', '--rule', 'majority-of-2')).toMatchObject({ decided: 0, left: 1 })
  expect(anna.json('adjudicate', 'p.assay', '--rule', 'Borys')).toMatchObject({ decided: 1, unchanged: 1 })
  anna.assay('export', 'p.assay', '--format', 'jsonl', '--gold', '--out', 'gold.jsonl')
  const gold = readFileSync(join(folder, 'gold.jsonl'), 'utf8')
  expect([...gold.matchAll(/"label":"(\w+)"/g)].map(([, label]) => label)).toEqual(['fact', 'claim'])
  expect(anna.json('feedback', 'p.assay', '--annotator', 'Anna', '--out', 'anna.html')).toMatchObject({
    ...{ compared: 2, differing: 1 },
  })
  expect(readFileSync(join(folder, 'anna.html'), 'utf8')).toContain('Roads fall apart!')
})

test.each([
  [['adjudicate', 'p.assay', '--rule', 'majority-of-1'], 2, 'two or more'],
  [['adjudicate', 'p.assay', '--rule', 'Nobody'], 1, 'No annotator is called “Nobody”'],
  [['adjudicate', 'p.assay', '--dry-run'], 2, 'Say which rule'],
  [['feedback', 'p.assay', '--out', 'f.html'], 2, 'Say for whom'],
])('assay %j is refused in one line', (words, status, message) => {
  const anna = desk(temporaryFolder(), 'Anna')
  anna.assay('init', 'p.assay', '--name', 'Team')
  const done = anna.assay(...words)
  expect([done.status, done.stderr.trim().split('\n').length]).toEqual([status, 1])
  expect(done.stderr).toContain(message)
})
