import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import fr from './failures/fr.json' with { type: 'json' }
import uk from './failures/uk.json' with { type: 'json' }
import { failureSayer } from './failures.ts'
import { formsIn } from './test/refusals.ts'

const CATALOGUES = { uk, fr } as const

const CHECKOUT = join(import.meta.dirname, '..', '..')

/** What is refused in the core and in main. The command line is left out, for it speaks English. */
const { forms: FORMS, unknown: UNKNOWN } = formsIn(
  globSync('{app,main}/**/*.ts', { cwd: CHECKOUT })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => !/\.test\.ts$|\/(test|test-data|cli)\/|\.d\.ts$/.test(file))
    .map(file => ({ file, code: readFileSync(join(CHECKOUT, file), 'utf8') })),
)

test('what refusals say is found in the sources, with places for what is put in', () => {
  const code = `
    const AGAIN = 'Try again.'
    const WHY = { split: 'Nothing to split.', join: 'Nothing to join.' }
    throw new Refusal('conflict', \`Line \${line} is bad. \${AGAIN}\`)
    throw new Refusal('conflict', WHY[how])
    throw new Refusal('conflict', found.message)
    function reason(problem) {
      switch (problem) { case 'a': return \`\${problem} is a.\`; default: return assertNever(problem) }
    }
    throw new Refusal('conflict', reason(problem))
    const refuse = (at, sentence) => new Refusal('conflict', sentence, { at })
    throw refuse(1, 'Nothing at all.')
    const failed = { code: 'disk', message: 'The disk is full.' }`
  expect(formsIn([{ file: 'one.ts', code }])).toEqual({
    forms: [
      ...['Line {0} is bad. Try again.', 'Nothing to split.', 'Nothing to join.', '{0} is a.'],
      ...['Nothing at all.', 'The disk is full.'],
    ],
    unknown: [],
  })
})

test('a sentence that is made where nobody can look for it is noticed', () => {
  const code = "throw new Refusal('conflict', words.join(' '))"
  expect(formsIn([{ file: 'one.ts', code }])).toEqual({ forms: [], unknown: ["one.ts: words.join(' ')"] })
})

test('every sentence that main refuses with is found', () => {
  expect(UNKNOWN).toEqual([])
})

test.each(Object.entries(CATALOGUES))(
  'every sentence that main refuses with is in the catalogue %s',
  (_, catalogue) => {
    expect(FORMS.length).toBeGreaterThan(200)
    expect(FORMS.filter(form => !(form in catalogue))).toEqual([])
  },
)

test.each(Object.entries(CATALOGUES))('the catalogue %s fills the same places', (_, catalogue) => {
  const places = (text: string) => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort()
  for (const [english, translation] of Object.entries(catalogue))
    expect([english, places(translation)]).toEqual([english, places(english)])
})

test('a failure is said in the language, with what is put into it', () => {
  const say = failureSayer(fr)
  expect(say('The article is no longer in this project. Choose another one.')).toBe(
    'L’article n’est plus dans ce projet. Choisissez-en un autre.',
  )
  expect(say('There is no format “pdb”.')).toBe('Il n’y a pas de format «\u00a0pdb\u00a0».')
})

test('of two forms that fit, the one that says more is taken', () => {
  const say = failureSayer(uk)
  expect(say('The file is empty.')).toBe('Файл порожній.')
  expect(say('a.brat is empty. Choose a file that Assay made.')).toBe(
    'a.brat порожній. Виберіть файл, створений Assay.',
  )
})

test('a sentence within a sentence is translated too', () => {
  expect(failureSayer(uk)('There is nothing to undo.')).toBe('Немає чого скасовувати.')
  expect(
    failureSayer(fr)('It goes on after its end, from line 7. Ask for the file again; nothing was changed.'),
  ).toBe(
    'Il continue après sa fin, à partir de la ligne 7. Redemandez le fichier\u00a0; rien n’a été modifié.',
  )
})

test('what no form fits stays as it came', () => {
  expect(failureSayer(uk)('Something else.')).toBe('Something else.')
})
