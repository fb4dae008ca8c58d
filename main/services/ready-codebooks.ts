/** The codebooks that come with Assay. To add one: a file, its name in app/model/ready-codebook.ts, and a line here. */
import { Codebook } from '#app/model/codebook'
import type { ReadyCodebook } from '#app/model/ready-codebook'
import standard from '../../resources/codebook.json' with { type: 'json' }
import argument from '../../resources/codebooks/argument-components.json' with { type: 'json' }
import threeWay from '../../resources/codebooks/fact-opinion-mixed.json' with { type: 'json' }
import pledges from '../../resources/codebooks/pledge-fulfilment.json' with { type: 'json' }

const FILES: Readonly<Record<ReadyCodebook, unknown>> = {
  default: standard,
  'fact-opinion-mixed': threeWay,
  'argument-components': argument,
  'pledge-fulfilment': pledges,
}

export const readyCodebook = (name: ReadyCodebook): Codebook => Codebook.parse(FILES[name])
