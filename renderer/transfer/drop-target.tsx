import './drop-target.css'
import { useEffect, useState } from 'react'
import { isExchangeFile } from '#app/exchange/file-name'
import { say } from '../messages/messages.ts'
import { useDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'
import { mergeThese } from '../team/merge-store.ts'
import { droppedFiles } from './dropped-files.ts'
import { chooseForImport } from './import-store.ts'

/** The whole window takes files that are dropped on it. */
export function DropTarget() {
  const [over, setOver] = useState(false)
  const ready = useSession(state => state.session?.project !== null)
  useEffect(() => {
    if (!ready) return
    const bearsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!bearsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!bearsFiles(event)) return
      event.preventDefault()
      setOver(false)
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(take)
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [ready])
  return over ? <div className="drop-target">{say('transfer.drop-here')}</div> : null
}

/** Files of colleagues are merged, others imported; while a merge is chosen for, all are meant for it. */
function take(files: readonly File[]): void {
  const merging = useDialog.getState().open === 'merge'
  const isForMerge = (file: File) => merging || isExchangeFile(file.name)
  mergeThese(files.filter(isForMerge))
  chooseForImport(files.filter(file => !isForMerge(file)))
}
