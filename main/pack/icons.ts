/** The icons of the application, all drawn from resources/icon.svg: for Linux one file a size, for Windows and macOS one file with all. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

/** The sizes of the icon theme that Linux desktops look in, in pixels. */
const THEME = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024]

/** What Windows shows at 100 to 400 percent; 256 is the largest that the format can say. */
const WINDOWS = [16, 24, 32, 48, 64, 128, 256]

/** Apple's types of PNG icons, each with its size in pixels; from ic11 on for screens of double density. */
const APPLE = {
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
}

/** Smaller than this, in pixels, what has the class `fine` is only dirt. */
const FINE = 24

/**
 * Draws every icon. The same drawing gives the same bytes on every system, for the rasteriser is WebAssembly.
 *
 * @returns the files by their names
 */
export async function drawIcons(svg: string): Promise<ReadonlyMap<string, Buffer>> {
  await loadRasteriser()
  const sizes = new Set([...THEME, ...WINDOWS, ...Object.values(APPLE)])
  const drawn = new Map([...sizes].map(size => [size, draw(svg, size)]))
  const at = (size: number) => drawn.get(size) ?? draw(svg, size)
  return new Map([
    ...THEME.map(size => [`${size}.png`, at(size)] as const),
    ['icon.ico', windowsIcon(WINDOWS.map(size => ({ size, png: at(size) })))],
    ['icon.icns', appleIcon(Object.entries(APPLE).map(([type, size]) => ({ type, png: at(size) })))],
  ])
}

let loading: Promise<void> | undefined

function loadRasteriser(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  loading ??= initWasm(readFileSync(path))
  return loading
}

function draw(svg: string, size: number): Buffer {
  const shown = size < FINE ? svg.replace('</svg>', '<style>.fine { display: none }</style></svg>') : svg
  const resvg = new Resvg(shown, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
  try {
    return Buffer.from(resvg.render().asPng())
  } finally {
    resvg.free()
  }
}

/** A Windows icon whose pictures are PNG: a head, a line of 16 bytes for each, then the pictures. */
function windowsIcon(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let place = head.length
  for (const [index, { size, png }] of pictures.entries()) {
    const line = 6 + 16 * index
    // 256 does not fit into a byte; the format says it as 0.
    head.writeUInt8(size % 256, line)
    head.writeUInt8(size % 256, line + 1)
    head.writeUInt16LE(1, line + 4)
    head.writeUInt16LE(32, line + 6)
    head.writeUInt32LE(png.length, line + 8)
    head.writeUInt32LE(place, line + 12)
    place += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}

/** An Apple icon: `icns`, its length, and for each picture its type, its length with these eight bytes, and the PNG. */
function appleIcon(pictures: readonly { readonly type: string; readonly png: Buffer }[]): Buffer {
  const parts = pictures.flatMap(({ type, png }) => [chunkHead(type, png.length), png])
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return Buffer.concat([chunkHead('icns', length), ...parts])
}

function chunkHead(type: string, length: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(length + head.length, 4)
  return head
}
