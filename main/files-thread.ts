/**
 * The thread in which backups are looked into and restored, damaged projects recovered, projects protected, and files of
 * colleagues decrypted.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { headOf, openSealed } from '#main/exchange/seal'
import type { FilesDone, FilesTask } from '#main/services/in-files-thread'
import { outcomeOf } from '#main/services/outcome'
import { diskRefusal } from '#main/store/disk'
import { rekey } from '#main/store/protection/protect'
import { recover } from '#main/store/recovery/recover'
import { copyBackup, describeBackups, restore } from '#main/store/restore'

// What started this thread.
const task = workerData as FilesTask

async function done(): Promise<FilesDone[FilesTask['do']]> {
  switch (task.do) {
    case 'list':
      return describeBackups(task.path, task.key)
    case 'recover':
      return recover(task.path, task.target, task.key)
    case 'rekey':
      return rekey(task.path, task.key, task.next)
    case 'unseal':
      await openSealed(task.path, task.target, headOf(task.path), task.passphrase)
      return undefined
    case 'restore':
      if (task.target === task.path) await restore(task.path, task.name, new Date(), task.key)
      else await copyBackup(task.path, task.name, task.target, task.key)
      return task.target
  }
}

parentPort?.postMessage(await outcomeOf(done, error => diskRefusal(error, task.path)))
