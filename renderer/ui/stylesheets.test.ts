import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const RENDERER = join(import.meta.dirname, '..')

/** Every declaration of the window's stylesheets but tokens.css: where it stands, its property and its value. */
const declarations = globSync('**/*.css', { cwd: RENDERER })
  .filter(file => file !== 'ui/tokens.css')
  .flatMap(file =>
    // Comments go, but not their lines.
    readFileSync(join(RENDERER, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ''))
      .split('\n')
      .flatMap((line, index) => {
        const found = /^\s*(-?[a-z][\w-]*):\s*([^;{]+);?\s*$/.exec(line)
        return found
          ? [{ where: `${file}:${index + 1}`, property: found[1] ?? '', value: found[2] ?? '' }]
          : []
      }),
  )

const offending = (wrong: (property: string, value: string) => boolean): string[] =>
  declarations
    .filter(({ property, value }) => wrong(property, value))
    .map(({ where, property, value }) => `${where} ${property}: ${value}`)

test('nothing is placed left or right: from right to left, the window is mirrored', () => {
  const physical =
    /^(left|right|(margin|padding|border|scroll-margin|scroll-padding|inset)-(left|right)\b.*)$/
  expect(
    offending(
      (property, value) =>
        physical.test(property) ||
        (/^(text-align|float|clear|justify-content|justify-items|caption-side)$/.test(property) &&
          /\b(left|right)\b/.test(value)) ||
        /^border-(top|bottom)-(left|right)-radius$/.test(property) ||
        // Of four different sides, two are left and right.
        (/^(margin|padding|inset|border-width)$/.test(property) && hasSides(value)),
    ),
  ).toEqual([])
})

test('a class is styled in one style sheet: two that share a name would be styled as one', () => {
  const files = Map.groupBy(
    globSync('**/*.css', { cwd: RENDERER }).flatMap(file => {
      const rules = readFileSync(join(RENDERER, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
      const subjects = [...rules.matchAll(/(?:^|[{}])\s*([^{}@]+)\{/g)].flatMap(([, list = '']) =>
        list.split(','),
      )
      const names = subjects.flatMap(one => /^\s*\.([a-z0-9-]+)(?=[\s:[]|$)/.exec(one)?.[1] ?? [])
      return [...new Set(names)].map(name => ({ name, file }))
    }),
    ({ name }) => name,
  )
  const shared = [...files].filter(([, where]) => where.length > 1).map(([name]) => name)
  expect(shared).toEqual([])
})

test('colours come from the tokens', () => {
  expect(offending((_, value) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab|lch)a?\(/i.test(value))).toEqual([])
})

test('sizes of type come from the scale, or are relative to it', () => {
  expect(
    offending(
      (property, value) =>
        (property === 'font-size' && !/^(var\(|calc\(.*var\(|inherit|[\d.]+em$)/.test(value)) ||
        (property === 'font' && !/var\(--size-|inherit/.test(value)),
    ),
  ).toEqual([])
})

test('no focus goes without a ring, but where something else shows it', () => {
  const bare = globSync('**/*.css', { cwd: RENDERER }).flatMap(file =>
    [
      ...readFileSync(join(RENDERER, file), 'utf8').matchAll(
        /([^{}]+:focus[^{}]*)\{([^}]*outline: none[^}]*)\}/g,
      ),
    ]
      .filter(([, , body]) => !/border|box-shadow|background/.test(body ?? ''))
      .map(([, selector]) => `${file} ${selector?.trim().split('\n').at(-1)}`),
  )
  // The current sentence has an edge of its own, which is the focus.
  expect(bare).toEqual(['reader/reader.css .sentence:focus-visible'])
})

/** Whether the second and the fourth of four lengths differ. */
function hasSides(value: string): boolean {
  const lengths = value.match(/(?:[^\s(]|\([^)]*\))+/g) ?? []
  return lengths.length === 4 && lengths[1] !== lengths[3]
}
