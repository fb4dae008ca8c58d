import { Refusal } from '#app/failure'
import { fingerprintOf } from '#main/exchange/sign'
import { dataFolder } from '#main/services/folders'
import { ownKeys } from '#main/services/signing-key'
import { type Command, optionOf } from '../command.ts'
import { localKey, localSettings } from '../project.ts'
import { fingerprintFrom } from '../signatures.ts'

export const keyCommand: Command = {
  name: 'key',
  usage: '[--forget FINGERPRINT]',
  summary:
    'prints the fingerprint of the key that signs what you share here, and of those that you trust; --forget trusts one no longer',
  words: [0, 0],
  options: { forget: { type: 'string' } },
  async run(call) {
    const settings = localSettings()
    const forget = optionOf(call, 'forget')
    if (forget !== undefined) {
      const fingerprint = fingerprintFrom(forget)
      const signer = settings.signers.find(({ key }) => fingerprintOf(key) === fingerprint)
      if (!signer)
        throw new Refusal('not-found', 'You trust no such key. `assay key` prints those that you do.')
      settings.forgetSigner(signer.key)
    }
    const { publicKey } = await localKey()
    const own = [publicKey, ...ownKeys(dataFolder()).filter(key => key !== publicKey)]
    const trusted = settings.signers.map(({ key, ...who }) => ({ ...who, fingerprint: fingerprintOf(key) }))
    call.output.line(`${fingerprintOf(publicKey)}  ${settings.annotator.name}, here`)
    for (const key of own.slice(1))
      call.output.line(`${fingerprintOf(key)}  ${settings.annotator.name}, in the window`)
    for (const { fingerprint, name, since } of trusted)
      call.output.line(`${fingerprint}  ${name}, trusted since ${since.slice(0, 10)}`)
    call.output.value({ own: own.map(fingerprintOf), trusted })
    return true
  },
}
