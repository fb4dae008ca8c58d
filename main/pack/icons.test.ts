import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawIcons } from './icons.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', 'resources')
const icons = await drawIcons(readFileSync(join(RESOURCES, 'icon.svg'), 'utf8'))

test('every icon in the repository is what icon.svg gives now (`npm run icons`), and there is no other', () => {
  expect(readdirSync(join(RESOURCES, 'icons')).sort()).toEqual([...icons.keys()].sort())
  const stale = [...icons].filter(
    ([name, bytes]) => !readFileSync(join(RESOURCES, 'icons', name)).equals(bytes),
  )
  expect(stale.map(([name]) => name)).toEqual([])
})

test('each icon has the size that its name says', () => {
  for (const [name, bytes] of icons) {
    if (!name.endsWith('.png')) continue
    const size = Number.parseInt(name, 10)
    expect({ name, ...sizeOf(bytes) }).toEqual({ name, width: size, height: size })
  }
})

test('the icon of Windows has a PNG of each size, up to 256 pixels', () => {
  const icon = icons.get('icon.ico') ?? Buffer.alloc(6)
  const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const line = 6 + 16 * index
    const [length, place] = [icon.readUInt32LE(line + 8), icon.readUInt32LE(line + 12)]
    const { width } = sizeOf(icon.subarray(place, place + length))
    expect(icon.readUInt8(line)).toBe(width % 256)
    return width
  })
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256])
})

test('the icon of macOS has a PNG for each of its sizes, up to 1024 pixels', () => {
  const icon = icons.get('icon.icns') ?? Buffer.alloc(8)
  expect(icon.readUInt32BE(4)).toBe(icon.length)
  const sizes = new Map<string, number>()
  for (let place = 8; place < icon.length; place += icon.readUInt32BE(place + 4)) {
    sizes.set(icon.toString('latin1', place, place + 4), sizeOf(icon.subarray(place + 8)).width)
  }
  expect(Object.fromEntries(sizes)).toEqual({
    icp4: 16,
    icp5: 32,
    ic07: 128,
    ic08: 256,
    ic09: 512,
    ic10: 1024,
    ic11: 32,
    ic12: 64,
    ic13: 256,
    ic14: 512,
  })
})

/** Of a PNG, in pixels: its signature, the length and name of the first chunk, and then these. */
function sizeOf(png: Buffer): { width: number; height: number } {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n')
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}
