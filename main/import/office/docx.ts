import { Refusal } from '#app/failure'
import { isoDate } from '../date.ts'
import { known } from '../html/page-metadata.ts'
import type { Source } from '../source.ts'
import { TextFlow } from '../text-flow.ts'
import { openZip } from '../zip/open-zip.ts'
import { xmlEvents, xmlFields } from './xml-events.ts'

/** Word documents. Macros, pictures, comments, notes, heads and feet of pages stay where they are. */
export const docx: Source = {
  extensions: ['docx', 'docm', 'dotx'],
  name: 'Word',
  async read(bytes) {
    const zip = await openZip(bytes)
    const main = mainPart(await zip.text('_rels/.rels'))
    if (!zip.has(main))
      throw new Refusal(
        'unreadable',
        'There is no Word document in it. Save it again as .docx, then import that.',
      )
    const text = documentText(await zip.text(main))
    if (text === '') throw new Refusal('unreadable', 'The document holds no text.')
    const core = xmlFields(await zip.text('docProps/core.xml'), [
      'dc:title',
      'dc:creator',
      'dc:language',
      'dcterms:created',
    ])
    return [
      {
        text,
        metadata: known({
          title: core['dc:title'],
          author: core['dc:creator'],
          published: isoDate(core['dcterms:created']),
          language: core['dc:language'],
        }),
      },
    ]
  },
}

/** Where the document stands, which is not the same in every program's files. */
function mainPart(relationships: string): string {
  let target = 'word/document.xml'
  xmlEvents(relationships, {
    open(name, { Type, Target }) {
      if (name.endsWith('Relationship') && Type?.endsWith('/officeDocument') && Target)
        target = Target.replace(/^\//, '')
    },
  })
  return target
}

/** Elements whose text is not read: what was deleted, field codes, and the second copy of a drawing for old programs. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:pPrChange', 'w:rPrChange'])

/**
 * The text of WordprocessingML (ISO 29500-1, section 17): deletions that are tracked are gone, insertions are
 * in. A text box stands after the paragraph it is anchored in.
 */
function documentText(xml: string): string {
  // A paragraph in a text box stands within another paragraph.
  const open: TextFlow[] = [new TextFlow()]
  const boxes: string[] = []
  let skipped = 0
  let hidden = false
  // Outside of runs, `w:tab` is a stop on the ruler.
  let inRun = false
  let inText = false
  const flow = () => open.at(-1) ?? new TextFlow()
  xmlEvents(xml, {
    open(name, attributes) {
      if (skipped > 0 || SKIPPED.has(name)) skipped++
      else if (name === 'w:t') inText = true
      else if (name === 'w:tab' && inRun) flow().verbatim('\t')
      else if (name === 'w:br' || name === 'w:cr') flow().line()
      else if (name === 'w:noBreakHyphen') flow().verbatim('-')
      else if (name === 'w:tc') flow().paragraph()
      else if (name === 'w:r') {
        hidden = false
        inRun = true
      } else if (name === 'w:vanish' && !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '')) hidden = true
      else if (name === 'w:txbxContent') open.push(new TextFlow())
    },
    text(text) {
      if (inText && skipped === 0 && !hidden) flow().verbatim(text)
    },
    close(name) {
      if (skipped > 0) skipped--
      else if (name === 'w:t') inText = false
      else if (name === 'w:r') inRun = false
      else if (name === 'w:txbxContent' && open.length > 1) boxes.push(open.pop()?.text() ?? '')
      else if (name === 'w:p') {
        flow().paragraph()
        if (open.length === 1) for (const box of boxes.splice(0)) placed(flow(), box)
      }
    },
  })
  return flow().text()
}

function placed(flow: TextFlow, box: string): void {
  for (const paragraph of box.split('\n\n')) {
    flow.verbatim(paragraph)
    flow.paragraph()
  }
}
