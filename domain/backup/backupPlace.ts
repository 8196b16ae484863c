import type { FolderRisk } from './folderRisk.ts'

/** Where backups are kept, as it stands to the programme that they are made of. */
export interface BackupPlace {
  /** `away` where the folder cannot be reached now; `unknown` where the programme cannot. */
  disk: 'same' | 'other' | 'away' | 'unknown'
  /** What comes between the folder and the disk; for a backup that is no risk, but says where it goes. */
  beyond: FolderRisk | null
}

/** What a backup in this place is safe from, and what it is not. */
export const placeInWords = ({ disk, beyond }: BackupPlace): string => {
  if (disk === 'away')
    return 'This folder cannot be reached now, so no backup can be made. Connect its drive, or choose another folder'
  switch (beyond?.kind) {
    case 'synchronised':
      return `This folder is synchronised by ${beyond.what}${disk === 'same' ? ' and on the same disk as the programme' : ''}: a backup is safe elsewhere once ${beyond.what} has copied it`
    case 'network':
      return `This folder is on a network drive (${beyond.what}): a backup is safe there if this computer is lost`
    case 'removable':
      return `This folder is on a network or removable drive (${beyond.what}): a backup is safe there if this computer is lost. Backups are made while the drive is connected`
  }
  switch (disk) {
    case 'same':
      return 'This folder is on the same disk as the programme: if that disk is lost, both are. A folder on another disk, or on a network drive, is safer'
    case 'other':
      return 'This folder is on another disk than the programme: if one of them is lost, the other is left'
    default:
      return 'The programme cannot be reached, so nobody can tell whether this folder is on its disk'
  }
}
