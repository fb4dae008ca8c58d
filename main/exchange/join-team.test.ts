import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changeLabel } from '#app/codebook/change-labels'
import type { Attribute } from '#app/model/attribute'
import type { Codebook } from '#app/model/codebook'
import { LabelId } from '#app/model/ids'
import { changeCodebook } from '#main/codebook/change-codebook'
import { openSettings } from '#main/services/settings'
import { ANNA, temporaryFolder } from '#main/test/projects'
import { joinTeam } from './join-team.ts'
import { share } from './share.ts'
import { acts, canonicalOf, type Machine, machine, send } from './test/machines.ts'

const FACT = LabelId.parse('fact')

/** Says something else in the codebook of a lead: of a label, and of every attribute. */
function change({ store }: Machine, definition: string): void {
  const codebook = changeLabel(store.codebook(), FACT, { definition })
  const attributes = codebook.attributes.map((one: Attribute) => ({ ...one, definition }))
  const after: Codebook = { ...codebook, attributes }
  changeCodebook(store, after, { by: ANNA.id, reason: '', at: '2026-11-26T12:00:00.000Z' })
}

async function joined(lead: Machine): Promise<Machine> {
  const folder = temporaryFolder()
  const file = join(folder, 'team.assay.jsonl')
  await share(lead.store, { by: lead.person }, file)
  const settings = openSettings(join(folder, 'settings.json'))
  const { store, annotator } = await joinTeam(join(folder, 'Joined.assay'), file, settings)
  onTestFinished(() => store.close())
  return { store, person: annotator }
}

test('who joins has the codebook as the team has it, whatever was changed in it before and is changed after', async () => {
  const lead = machine(ANNA)
  acts.import(lead, 0)
  change(lead, 'Before.')
  const colleague = await joined(lead)
  change(lead, 'After.')
  const arrived = await send(lead, colleague)
  const returned = await send(colleague, lead)
  for (const { counts } of [arrived, returned])
    for (const kind of ['label', 'attribute'] as const) expect(counts[kind]).toMatchObject({ conflicting: 0 })
  expect(colleague.store.codebook()).toEqual(lead.store.codebook())
  expect(canonicalOf(colleague)).toBe(canonicalOf(lead))
})
