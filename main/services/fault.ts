import type { Services } from '#app/contract'
import { writeWhole } from '#main/export/write-whole'
import type { Application } from './application.ts'
import { logFault, readFaultLog } from './fault-log.ts'

export function faultServices(application: Application): Pick<Services, 'fault.report' | 'fault.save-log'> {
  return {
    'fault.report': ({ name, message, stack }) => {
      logFault('window', Object.assign(new Error(message), { name, stack }))
      return null
    },
    'fault.save-log': async () => {
      const place = await application.host.placeForExport('Assay faults.jsonl')
      if (place === null) return null
      await writeWhole(place.path, [readFaultLog(application.folder)])
      return { fileName: place.fileName, download: place.offer() }
    },
  }
}
