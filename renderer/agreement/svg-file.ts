/** Drawings as files: SVG that stands by itself, and PNG made of it. */
import type { Drawing, Ink, Mark } from './drawing.ts'
import { TYPE } from './drawing.ts'

/** On paper: the light colours of tokens.css, which a file cannot name. */
const COLOURS: Readonly<Record<Ink, string>> = {
  ink: '#1e2124',
  soft: '#555a60',
  line: '#e2ded3',
  accent: '#14525f',
  blue: '#005c94',
  green: '#006b4d',
  orange: '#8f5500',
  purple: '#8f3f74',
  sky: '#1c6a96',
  yellow: '#6f6500',
  vermilion: '#a84500',
  grey: '#5b5f64',
}

const PAPER = '#ffffff'
const MARGIN = 16

/** How many pixels of the picture a pixel of the drawing is. */
const SHARPNESS = 2

/** A whole SVG file, which needs nothing from elsewhere and runs nothing. */
export function svgFile({ width, height, title, marks }: Drawing): string {
  const [w, h] = [width + 2 * MARGIN, height + 2 * MARGIN]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${-MARGIN} ${-MARGIN} ${w} ${h}" font-family="system-ui, sans-serif" font-size="${TYPE}">`,
    `<title>${escaped(title)}</title>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${w}" height="${h}" fill="${PAPER}"/>`,
    ...marks.map(markText),
    '</svg>\n',
  ].join('\n')
}

function markText(mark: Mark): string {
  const colour = COLOURS[mark.ink]
  switch (mark.kind) {
    case 'rect':
      return `<rect x="${mark.x}" y="${mark.y}" width="${mark.width}" height="${mark.height}" fill="${colour}" fill-opacity="${mark.strength}"/>`
    case 'dot':
      return `<circle cx="${mark.x}" cy="${mark.y}" r="${mark.r}" fill="${colour}"/>`
    case 'line': {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to]
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${mark.width}"/>`
    }
    case 'text': {
      const weight = mark.bold ? ' font-weight="600"' : ''
      return `<text x="${mark.x}" y="${mark.y}" text-anchor="${mark.anchor}" fill="${colour}"${weight}>${escaped(mark.text)}</text>`
    }
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text of others is text in a file too; what XML has no sign for goes. */
export const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not take
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')

/** The picture of an SVG file. Throws where the browser cannot draw it. */
export async function pngOf(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.naturalWidth * SHARPNESS
  canvas.height = picture.naturalHeight * SHARPNESS
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('the browser made no picture')
  return new Uint8Array(await blob.arrayBuffer())
}
