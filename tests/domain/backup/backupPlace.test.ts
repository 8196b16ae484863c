import { expect, test } from 'vitest'
import { placeInWords } from '../../../domain/backup/backupPlace.ts'

test('a place of backups says what a backup there is safe from', () => {
  const network = { kind: 'network', what: 'NFS at /mnt/share' } as const
  const synchronised = { kind: 'synchronised', what: 'OneDrive' } as const
  const removable = { kind: 'removable', what: 'Safe' } as const
  expect([
    placeInWords({ disk: 'same', beyond: null }),
    placeInWords({ disk: 'other', beyond: null }),
    placeInWords({ disk: 'away', beyond: removable }),
    placeInWords({ disk: 'unknown', beyond: null }),
    placeInWords({ disk: 'other', beyond: network }),
    placeInWords({ disk: 'other', beyond: removable }),
    placeInWords({ disk: 'same', beyond: synchronised }),
    placeInWords({ disk: 'other', beyond: synchronised }),
  ]).toEqual([
    'This folder is on the same disk as the programme: if that disk is lost, both are. A folder on another disk, or on a network drive, is safer',
    'This folder is on another disk than the programme: if one of them is lost, the other is left',
    'This folder cannot be reached now, so no backup can be made. Connect its drive, or choose another folder',
    'The programme cannot be reached, so nobody can tell whether this folder is on its disk',
    'This folder is on a network drive (NFS at /mnt/share): a backup is safe there if this computer is lost',
    'This folder is on a network or removable drive (Safe): a backup is safe there if this computer is lost. Backups are made while the drive is connected',
    'This folder is synchronised by OneDrive and on the same disk as the programme: a backup is safe elsewhere once OneDrive has copied it',
    'This folder is synchronised by OneDrive: a backup is safe elsewhere once OneDrive has copied it',
  ])
})
