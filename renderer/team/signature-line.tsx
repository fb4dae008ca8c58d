import type { MergeReport } from '#app/exchange/merge-report'
import { isAccepted } from '#app/exchange/signature'
import { say } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { takeUnsigned, trustKeyOf, useMerge } from './merge-store.ts'

/** Who signed a file, and, where that is in doubt, what can be said of it. */
export function SignatureLine({ report }: { readonly report: MergeReport }) {
  const accepted = useMerge(state => state.accepted)
  const over = useMerge(state => state.result !== 'none')
  const { header, signature } = report
  const { standing, fingerprint } = signature
  const words = say(`team.signature-${standing}`, { name: header.by.name, fingerprint: fingerprint ?? '' })
  const taken = isAccepted(signature, accepted)
  return (
    <div className="signature" data-standing={taken ? standing : 'doubtful'}>
      <p>{words}</p>
      {!over && (standing === 'unknown' || standing === 'changed') && (
        <Button onPress={() => void trustKeyOf(report)}>{say('team.trust', { name: header.by.name })}</Button>
      )}
      {!over && standing === 'missing' && !taken && (
        <Button onPress={takeUnsigned}>{say('team.take-unsigned')}</Button>
      )}
    </div>
  )
}
