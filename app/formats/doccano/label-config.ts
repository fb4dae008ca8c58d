import { z } from 'zod'
import type { Codebook } from '../../model/codebook.ts'
import { LABEL_COLOURS, nearestColour } from '../codebook/label-colours.ts'
import type { GivenFile } from '../format.ts'
import { jsonRecord } from '../lines.ts'
import type { ReadLabel } from '../read-corpus.ts'

/**
 * The labels as doccano imports them. It takes no two labels with one key, and passes over fields that it does not
 * know, such as `label_id`.
 */
export function labelConfig({ labels }: Codebook): string {
  const taken = new Set<string>()
  const config = labels.map(({ id, name, key, colour }) => {
    const free = key !== '' && !taken.has(key)
    taken.add(key)
    return {
      text: name,
      prefix_key: null,
      suffix_key: free ? key : null,
      background_color: LABEL_COLOURS[colour].light,
      text_color: '#ffffff',
      label_id: id,
    }
  })
  return `${JSON.stringify(config, null, 2)}\n`
}

const Config = z.array(
  z.object({
    text: z.string().trim().min(1),
    suffix_key: z.string().nullish(),
    background_color: z.string().nullish(),
    label_id: z.string().optional(),
  }),
)

export function readLabelConfig(file: GivenFile): ReadLabel[] {
  return jsonRecord(file.text(), file.path, Config).map(
    ({ text, suffix_key, background_color, label_id = text }) => {
      const colour = nearestColour(background_color ?? '')
      const key = /^[a-z]$/.test(suffix_key ?? '') ? suffix_key : undefined
      return { id: label_id, name: text, ...(colour ? { colour } : {}), ...(key ? { key } : {}) }
    },
  )
}
