/** `npm run pictures`: takes the pictures that the documents show from what the journeys made last. */
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const CHECKOUT = join(import.meta.dirname, '..', '..')
const shown = join(CHECKOUT, 'docs', 'pictures')
const made = join(CHECKOUT, 'e2e', 'results', 'screenshots')

const missing = readdirSync(shown).filter(name => !existsSync(join(made, name)))
for (const name of readdirSync(shown))
  if (!missing.includes(name)) copyFileSync(join(made, name), join(shown, name))
if (missing.length > 0) {
  console.error(
    `pictures: no journey has made ${missing.join(', ')} here yet. Run \`npm run test:e2e\` first.`,
  )
  process.exitCode = 1
}
