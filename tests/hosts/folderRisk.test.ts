import { join } from 'node:path'
import { expect, test } from 'vitest'
import { riskInWords } from '../../domain/backup/folderRisk.ts'
import { folderRisk, folderRiskHere, type Surroundings } from '../../electron/hosts/folderRisk.ts'
import { tempFolder } from '../support/tempFolder.ts'

const windows: Surroundings = {
  platform: 'win32',
  env: { OneDriveCommercial: 'D:\\Council files', PATH: 'C:\\Windows' },
  home: 'C:\\Users\\a',
  mounts: '',
}
const mac: Surroundings = { platform: 'darwin', env: {}, home: '/Users/a', mounts: '' }
const linux: Surroundings = {
  platform: 'linux',
  env: {},
  home: '/home/a',
  mounts: [
    '/dev/sda1 / ext4 rw 0 0',
    'server:/export /mnt/shared\\040files nfs4 rw 0 0',
    '//server/share /mnt/council cifs rw 0 0',
    'C: /mnt/c 9p rw 0 0',
    'drive: /home/a/cloud fuse.rclone rw 0 0',
    'gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0',
    '/dev/sdb1 /mnt/usb fuseblk rw 0 0',
    '/home/a/.safe /home/a/safe fuse.gocryptfs rw 0 0',
    '/dev/sdc1 /mnt/council/local ext4 rw 0 0',
    'server:/over /mnt/covered nfs rw 0 0',
    '/dev/sdd1 /mnt/covered xfs rw 0 0',
    '',
  ].join('\n'),
}

const found = (around: Surroundings, paths: string[]) =>
  Object.fromEntries(
    paths.map((path) => {
      const risk = folderRisk(path, around)
      return [path, risk && `${risk.kind}: ${risk.what}`]
    }),
  )

test('on Windows shares and synchronised folders are recognised, also by the place that OneDrive names', () => {
  expect(
    found(windows, [
      'C:\\Users\\a\\BCF programmes\\Leeds.bcf',
      'C:\\Users\\a\\OneDrive\\Leeds.bcf',
      'C:\\Users\\a\\OneDrive - Anytown Council\\Programmes\\Leeds.bcf',
      'c:/users/a/onedrive/Leeds.bcf',
      'd:\\council FILES\\Leeds.bcf',
      'D:\\Council files of old\\Leeds.bcf',
      'C:\\Users\\a\\Dropbox\\Leeds.bcf',
      'C:\\Users\\a\\Dropbox (Anytown)\\Leeds.bcf',
      'C:\\Users\\a\\iCloudDrive\\Leeds.bcf',
      'G:\\My Drive\\Leeds.bcf',
      'C:\\Users\\a\\Documents\\OneDrive.bcf',
      '\\\\server\\finance\\Leeds.bcf',
      '//server/finance/Leeds.bcf',
      '\\\\?\\UNC\\server\\finance\\Leeds.bcf',
      '\\\\?\\C:\\Programmes\\Leeds.bcf',
    ]),
  ).toEqual({
    'C:\\Users\\a\\BCF programmes\\Leeds.bcf': null,
    'C:\\Users\\a\\OneDrive\\Leeds.bcf': 'synchronised: OneDrive',
    'C:\\Users\\a\\OneDrive - Anytown Council\\Programmes\\Leeds.bcf': 'synchronised: OneDrive',
    'c:/users/a/onedrive/Leeds.bcf': 'synchronised: OneDrive',
    'd:\\council FILES\\Leeds.bcf': 'synchronised: OneDrive',
    'D:\\Council files of old\\Leeds.bcf': null,
    'C:\\Users\\a\\Dropbox\\Leeds.bcf': 'synchronised: Dropbox',
    'C:\\Users\\a\\Dropbox (Anytown)\\Leeds.bcf': 'synchronised: Dropbox',
    'C:\\Users\\a\\iCloudDrive\\Leeds.bcf': 'synchronised: iCloud Drive',
    'G:\\My Drive\\Leeds.bcf': 'synchronised: Google Drive',
    'C:\\Users\\a\\Documents\\OneDrive.bcf': null,
    '\\\\server\\finance\\Leeds.bcf': 'network: \\\\server\\finance',
    '//server/finance/Leeds.bcf': 'network: \\\\server\\finance',
    '\\\\?\\UNC\\server\\finance\\Leeds.bcf': 'network: \\\\server\\finance',
    '\\\\?\\C:\\Programmes\\Leeds.bcf': null,
  })
})

test('on macOS volumes and the folders of the cloud services are recognised', () => {
  expect(
    found(mac, [
      '/Users/a/BCF programmes/Leeds.bcf',
      '/Users/a/Library/Mobile Documents/com~apple~CloudDocs/Leeds.bcf',
      '/Users/a/Library/CloudStorage/OneDrive-AnytownCouncil/Leeds.bcf',
      '/Users/a/Library/CloudStorage/GoogleDrive-a@anytown.gov.uk/My Drive/Leeds.bcf',
      '/Users/a/Library/CloudStorage/Egnyte-anytown/Leeds.bcf',
      '/Users/a/Dropbox/Leeds.bcf',
      '/Volumes/finance/Leeds.bcf',
    ]),
  ).toEqual({
    '/Users/a/BCF programmes/Leeds.bcf': null,
    '/Users/a/Library/Mobile Documents/com~apple~CloudDocs/Leeds.bcf': 'synchronised: iCloud Drive',
    '/Users/a/Library/CloudStorage/OneDrive-AnytownCouncil/Leeds.bcf': 'synchronised: OneDrive',
    '/Users/a/Library/CloudStorage/GoogleDrive-a@anytown.gov.uk/My Drive/Leeds.bcf': 'synchronised: Google Drive',
    '/Users/a/Library/CloudStorage/Egnyte-anytown/Leeds.bcf': 'synchronised: Egnyte',
    '/Users/a/Dropbox/Leeds.bcf': 'synchronised: Dropbox',
    '/Volumes/finance/Leeds.bcf': 'removable: finance',
  })
})

test('on Linux the mount that a file stands on says whether a network lies between', () => {
  expect(
    found(linux, [
      '/home/a/Leeds.bcf',
      '/mnt/shared files/Leeds.bcf',
      '/mnt/shared files of old/Leeds.bcf',
      '/mnt/council/2026/Leeds.bcf',
      '/mnt/council/local/Leeds.bcf',
      '/mnt/c/Users/a/Leeds.bcf',
      '/mnt/c/Users/a/OneDrive - Anytown Council/Leeds.bcf',
      '/home/a/cloud/Leeds.bcf',
      '/run/user/1000/gvfs/smb-share:server=s,share=f/Leeds.bcf',
      '/mnt/usb/Leeds.bcf',
      '/home/a/safe/Leeds.bcf',
      '/mnt/covered/Leeds.bcf',
      '/home/a/Nextcloud/Leeds.bcf',
    ]),
  ).toEqual({
    '/home/a/Leeds.bcf': null,
    '/mnt/shared files/Leeds.bcf': 'network: NFS at /mnt/shared files',
    '/mnt/shared files of old/Leeds.bcf': null,
    '/mnt/council/2026/Leeds.bcf': 'network: SMB at /mnt/council',
    '/mnt/council/local/Leeds.bcf': null,
    '/mnt/c/Users/a/Leeds.bcf': 'network: 9P at /mnt/c',
    '/mnt/c/Users/a/OneDrive - Anytown Council/Leeds.bcf': 'synchronised: OneDrive',
    '/home/a/cloud/Leeds.bcf': 'network: FUSE at /home/a/cloud',
    '/run/user/1000/gvfs/smb-share:server=s,share=f/Leeds.bcf': 'network: FUSE at /run/user/1000/gvfs',
    '/mnt/usb/Leeds.bcf': null,
    '/home/a/safe/Leeds.bcf': null,
    '/mnt/covered/Leeds.bcf': null,
    '/home/a/Nextcloud/Leeds.bcf': 'synchronised: Nextcloud',
  })
})

test('a container whose whole disk comes over a protocol is not warned of', () => {
  expect(folderRisk('/home/a/Leeds.bcf', { ...linux, mounts: 'root / 9p rw 0 0\n' })).toBeNull()
})

test('on this computer a folder of a service is recognised by its name and a plain one is not', () => {
  const folder = tempFolder()
  expect([folderRiskHere(join(folder, 'Leeds.bcf')), folderRiskHere(join(folder, 'Dropbox', 'Leeds.bcf'))]).toEqual([
    null,
    { kind: 'synchronised', what: 'Dropbox' },
  ])
})

test('each risk is said in words, with what to do', () => {
  const words = (['network', 'synchronised', 'removable'] as const).map((kind) => riskInWords({ kind, what: 'X' }))
  expect(words.map((text) => [text.includes('X'), /Keep it .*, and keep backups/.test(text)])).toEqual(
    words.map(() => [true, true]),
  )
})
