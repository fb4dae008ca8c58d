/** The thread in which backups are looked into and restored, and damaged projects recovered. */
import { parentPort, workerData } from 'node:worker_threads'
import type { RecoveryDone, RecoveryTask } from '#main/services/in-recovery-thread'
import { outcomeOf } from '#main/services/outcome'
import { diskRefusal } from '#main/store/disk'
import { recover } from '#main/store/recovery/recover'
import { copyBackup, describeBackups, restore } from '#main/store/restore'

// What started this thread.
const task = workerData as RecoveryTask

async function done(): Promise<RecoveryDone[RecoveryTask['do']]> {
  switch (task.do) {
    case 'list':
      return describeBackups(task.path)
    case 'recover':
      return recover(task.path, task.target)
    case 'restore':
      if (task.target === task.path) await restore(task.path, task.name, new Date())
      else await copyBackup(task.path, task.name, task.target)
      return task.target
  }
}

parentPort?.postMessage(await outcomeOf(done, error => diskRefusal(error, task.path)))
