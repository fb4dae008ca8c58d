/** Texts that mean harm, and a project that has each of them wherever a text of somebody else's can stand. */
import { v7 as uuidv7 } from 'uuid'
import type { Annotator } from '#app/model/annotator'
import { AnnotationId, AnnotatorId, type ArticleId, LabelId } from '#app/model/ids'
import { tag } from '#app/model/layer'
import { decideSentence } from '#main/adjudication/decide-sentence'
import { importDraft } from '#main/import/import-draft'
import { layerOf } from '#main/services/layer'
import type { Store } from '#main/store/store'

/** By what they try. `globalThis.harmed` is what a script among them would set. */
export const HOSTILE = {
  script: '<script>globalThis.harmed=1</script>',
  handler: '<img src=x onerror="globalThis.harmed=1">',
  breakout: '"\'></title></textarea></style><svg onload=globalThis.harmed=1>',
  comment: '--><script>globalThis.harmed=1</script><!--',
  cdata: ']]><script>globalThis.harmed=1</script>',
  entity: '&lt;b&gt;&#x3c;script&#x3e;&notanentity;',
  address: 'javascript:globalThis.harmed=1',
  remote: 'http://tracker.invalid/pixel.png',
  markdown: '[x](javascript:globalThis.harmed=1) ![y](http://tracker.invalid/y.png)',
  formula: '=cmd|"/c calc"!A1',
  plus: '+1+1',
  at: '@SUM(1)',
  minus: '-2+3',
  wide: '＝1+1',
  traversal: '../../../etc/passwd',
  device: 'C:\\Windows\\CON',
  terminal: '\u001b[2J\u001b]0;owned\u0007\u009b31m',
  bidi: 'safe\u202egnp.exe\u2066\u200f',
  invisible: 'ad\u200bmin\u00ad\ufeff',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a text in which somebody hopes for a template.
  template: '{{constructor.constructor("globalThis.harmed=1")()}} ${globalThis.harmed=1}',
  prototype: '__proto__',
  long: 'a'.repeat(500),
} as const

export const HOSTILE_TEXTS: readonly string[] = Object.values(HOSTILE)

/** Characters that steer a terminal, or turn the direction of what follows. */
export const STEERING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** What of a text an import keeps in a line of metadata: none has characters that no text has. */
const inLine = (text: string) => text.slice(0, 150)

/** An article for each text, which has it as text, title, source, author and address, with two annotators' notes. */
export function fillWithHostileTexts(store: Store, by: Annotator): ArticleId[] {
  const other: Annotator = { id: AnnotatorId.parse(uuidv7()), name: inLine(HOSTILE.handler) }
  store.introduce(other.id, other.name)
  hostileLabel(store, by)
  return HOSTILE_TEXTS.map((text, place) => {
    const line = inLine(text)
    const metadata = { title: line, source: line, author: line, url: line }
    const whole = { text: `It says: ${text} and that is all. Nobody knows why ${place}.`, metadata }
    const origin = { name: line, sha256: '0'.repeat(64) }
    const { article } = importDraft(store, whole, { by: by.id, origin })
    annotate(store, article, by, 'harm', text)
    annotate(store, article, other, 'fact', text)
    decideFirst(store, article, by, text)
    return article
  })
}

/** A label that is called like markup, by the id `harm`. */
function hostileLabel(store: Store, by: Annotator): void {
  const [fact] = store.codebook().labels
  if (!fact) throw new Error('no label')
  const after = {
    ...fact,
    ...{ id: LabelId.parse('harm'), name: HOSTILE.script, key: '', position: 9 },
    ...{ summary: HOSTILE.formula, definition: HOSTILE.breakout, examples: [HOSTILE.handler] },
  }
  store.write({ by: by.id, action: 'change-codebook', edits: [{ kind: 'label', id: after.id, after }] })
}

function annotate(store: Store, article: ArticleId, by: Annotator, label: string, note: string): void {
  const [sentence] = store.tables.segmentation.get(article)?.sentences ?? []
  const one = store.tables.label.get(label)
  if (!sentence || !one) throw new Error(`no sentence, or no label ${label}`)
  const id = AnnotationId.parse(uuidv7())
  const layer = layerOf(store, article, by.id)
  const edits = tag(layer, sentence, one, store.codebook(), id, '2026-11-26T10:00:00.000Z')
  store.write({ by: by.id, action: 'tag', edits })
  const annotation = store.tables.annotation.ofLayer(article, by.id).find(kept => kept.id === id)
  if (!annotation) throw new Error('nothing was tagged')
  store.write({
    by: by.id,
    action: 'annotate',
    edits: [{ kind: 'annotation', id, after: { ...annotation, note } }],
  })
}

function decideFirst(store: Store, article: ArticleId, by: Annotator, reason: string): void {
  const [sentence] = store.tables.segmentation.get(article)?.sentences ?? []
  if (!sentence) throw new Error('no sentence')
  decideSentence(store, by.id, {
    article,
    sentence,
    verdict: { choice: 'take', annotator: by.id },
    cause: 'slip',
    reason,
  })
}
