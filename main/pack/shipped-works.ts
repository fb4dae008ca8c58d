/**
 * What ships, with its licences. Vite lists the packages that it bundles; this completes the list: with what is packed
 * beside the bundle, with works within packages, and with the licences that packages name and do not bring.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import type { ShippedWork } from '#app/contract'

/** As Vite lists what it bundles. Beside the bundle stands the whole list, packed, for it says the same many times. */
export const LICENCES = 'licences.json'

/** Packed as packages or files, not bundled: what electron-builder.yml takes out of node_modules. */
export const BESIDE = [
  'better-sqlite3',
  'better-sqlite3-multiple-ciphers',
  '@fontsource/source-serif-4',
  '@fontsource/amiri',
  '@fontsource/noto-serif-hebrew',
]

/** Works of others that a package has in it, under a licence of their own; where their text stands, what they say, or whose they are. */
const WITHIN: Readonly<
  Record<
    string,
    Omit<ShippedWork, 'version' | 'text'> &
      ({ text: string } | { textOf: [string, string] } | { holder: string })
  >
> = {
  // Its copyright stands in its code; the text of its licence is everybody's.
  unpdf: { name: 'PDF.js', licence: 'Apache-2.0', textOf: ['typescript', 'LICENSE'] },
  'better-sqlite3': {
    name: 'SQLite',
    licence: 'blessing',
    text: 'The authors of SQLite have dedicated it to the public domain.',
  },
  // With SQLite in it again, and ciphers of several authors, each under MIT, ISC or none. Its copyright stands in its code.
  'better-sqlite3-multiple-ciphers': {
    name: 'SQLite3 Multiple Ciphers',
    licence: 'MIT',
    holder: '2006-2026 Ulrich Telle and the authors named in its code',
  },
}

/** Packages that bring no licence file, with whose they are as they say themselves. */
const HOLDERS: Readonly<Record<string, string>> = {
  brotli: 'Devon Govett; the decoder: 2013 Google Inc.',
  dfa: 'Devon Govett',
  fontkit: 'Devon Govett',
  murmurhash: '2020 Gary Court, Derek Perez',
  saxes: 'Isaac Z. Schlueter, Louis-Dominique Dubeau and the contributors of sax and saxes',
}

/** Packages that name their licence only in its file. */
const UNNAMED: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

/** As Vite writes it. */
interface Bundled {
  readonly name: string
  readonly version: string
  readonly identifier?: string
  readonly text?: string
}

/**
 * Completes the list of one part of the build.
 *
 * @param checkout where Assay itself is described
 * @param beside packages that this part adds to what it bundles
 */
export const completeWorks = (checkout: string, beside: readonly string[] = []): Plugin => ({
  name: 'assay:shipped-works',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const list = bundle[LICENCES]
      if (list?.type !== 'asset')
        throw new Error(`${LICENCES} is not in the bundle: build.license is to name it`)
      const bundled = JSON.parse(String(list.source)) as Bundled[]
      const works = [assay(checkout), ...[...bundled, ...beside.map(described)].flatMap(worksIn)]
      delete bundle[LICENCES]
      const source = gzipSync(JSON.stringify(works), { level: 9 })
      this.emitFile({ type: 'asset', fileName: `${LICENCES}.gz`, source })
    },
  },
})

function assay(checkout: string): ShippedWork {
  const { version, license } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'))
  return { name: 'Assay', version, licence: license, text: readFileSync(join(checkout, 'LICENSE'), 'utf8') }
}

/** A package, and what it has in it. */
function worksIn(one: Bundled): ShippedWork[] {
  const within = WITHIN[one.name]
  if (!within) return [work(one)]
  return [work(one), { name: within.name, version: '', licence: within.licence, text: textWithin(within) }]
}

function textWithin(within: (typeof WITHIN)[string]): string {
  if ('text' in within) return within.text
  if ('textOf' in within) return readFileSync(join(folderOf(within.textOf[0]), within.textOf[1]), 'utf8')
  return textFor(within.licence, within.holder) ?? ''
}

function work({ name, version, identifier, text }: Bundled): ShippedWork {
  const licence = identifier ?? UNNAMED[name]
  const whole = text ?? textFor(licence, HOLDERS[name])
  if (!licence || !whole) {
    throw new Error(
      `${name} ${version} is bundled, and its licence is not known: say it in main/pack/shipped-works.ts`,
    )
  }
  return { name, version, licence, text: whole }
}

/** A package as Vite would have listed it. */
function described(name: string): Bundled {
  const folder = folderOf(name)
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find(one => /^licen[cs]e/i.test(one))
  const text = file && readFileSync(join(folder, file), 'utf8').trim()
  return { name, version, identifier: license, ...(text ? { text } : {}) }
}

const folderOf = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))

function textFor(licence: string | undefined, holder: string | undefined): string | undefined {
  if (!holder) return undefined
  if (licence === 'MIT') return `MIT License\n\nCopyright (c) ${holder}\n\n${MIT}`
  if (licence === 'ISC') return `ISC License\n\nCopyright (c) ${holder}\n\n${ISC}`
  return undefined
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated \
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights \
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to \
whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the \
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE \
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR \
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, \
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby \
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED \
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR \
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF \
CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`
