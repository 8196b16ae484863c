import { readFileSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname } from 'node:path'
import type { FolderRisk } from '../../domain/backup/folderRisk.ts'

/** What a system knows of its folders. */
export interface Surroundings {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
  /** The mounts as Linux lists them; empty elsewhere. */
  mounts: string
}

/** Whether a programme file stands where a network or a synchronising program can come between it and the disk. */
export const folderRisk = (path: string, around: Surroundings): FolderRisk | null =>
  synchronised(path, around) ?? networkDrive(path, around)

/** The same for a file of this computer, after links and drive letters are followed to where they lead. */
export const folderRiskHere = (path: string): FolderRisk | null => {
  const around = { platform: process.platform, env: process.env, home: homedir(), mounts: mountsHere() }
  return folderRisk(path, around) ?? folderRisk(whereItIs(path), around)
}

const synchronised = (path: string, { platform, env, home }: Surroundings): FolderRisk | null => {
  const folders = path.split(platform === 'win32' ? /[\\/]+/ : /\/+/).slice(0, -1)
  const risk = (what: string): FolderRisk => ({ kind: 'synchronised', what })
  // OneDrive says where it is, whatever the organisation has called the folder.
  for (const [name, folder] of Object.entries(env)) {
    if (/^OneDrive/.test(name) && folder && isWithin(path, folder, platform)) return risk('OneDrive')
  }
  if (platform === 'darwin') {
    if (isWithin(path, `${home}/Library/Mobile Documents`, platform)) return risk('iCloud Drive')
    const provider = new RegExp(`^${RegExp.escape(home)}/Library/CloudStorage/([A-Za-z]+)`).exec(path)?.[1]
    if (provider) return risk(serviceNamed(provider) ?? provider)
  }
  // Google Drive for desktop shows itself as a drive of its own.
  if (platform === 'win32' && /^[A-Za-z]:$/.test(folders[0] ?? '') && folders[1] === 'My Drive')
    return risk('Google Drive')
  for (const folder of folders) {
    const service = serviceNamed(folder)
    if (service) return risk(service)
  }
  return null
}

/** How the services call their folders, alone or with the name of an organisation or an account after it. */
const services: [RegExp, string][] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(iCloud ?Drive)( .+)?$/i, 'iCloud Drive'],
  [/^(Google ?Drive|GoogleDrive)( \(.+\))?$/i, 'Google Drive'],
  [/^Box( Sync)?$/, 'Box'],
  [/^Nextcloud\d*$/i, 'Nextcloud'],
  [/^ownCloud\d*$/i, 'ownCloud'],
]

const serviceNamed = (folder: string): string | undefined => services.find(([pattern]) => pattern.test(folder))?.[1]

const networkDrive = (path: string, { platform, mounts }: Surroundings): FolderRisk | null => {
  if (platform === 'win32') {
    const [, server, share] = /^[\\/]{2}(?:[?.][\\/]UNC[\\/])?([^\\/?.][^\\/]*)[\\/]([^\\/]+)/i.exec(path) ?? []
    return server ? { kind: 'network', what: `\\\\${server}\\${share}` } : null
  }
  if (platform === 'darwin') {
    const volume = /^\/Volumes\/([^/]+)\//.exec(path)?.[1]
    return volume ? { kind: 'removable', what: volume } : null
  }
  const mount = mountsIn(mounts)
    .filter(({ point }) => isWithin(path, point, platform))
    // Of two mounts on one point the later one covers the earlier.
    .reduce<Mount | null>((best, each) => (best && best.point.length > each.point.length ? best : each), null)
  // What the system itself runs from is no choice of the person.
  if (mount === null || mount.point === '/') return null
  const protocol = networkTypes.find(([pattern]) => pattern.test(mount.type))?.[1]
  return protocol ? { kind: 'network', what: `${protocol} at ${mount.point}` } : null
}

const networkTypes: [RegExp, string][] = [
  [/^nfs\d?$/, 'NFS'],
  [/^(cifs|smb3|smbfs)$/, 'SMB'],
  [/^9p$/, '9P'],
  [/^(afs|ceph|glusterfs|lustre|ncpfs|davfs|coda|vboxsf|prl_fs)$/, 'network file system'],
  // These come between the file and the disk on this same computer and keep its order of writing.
  [/^fuse\.(?!(ntfs|ntfs-3g|gocryptfs|encfs|mergerfs|fuse-overlayfs|lxcfs|portal|snapfuse)$)/, 'FUSE'],
  [/^fuse$/, 'FUSE'],
]

interface Mount {
  point: string
  type: string
}

const mountsIn = (text: string): Mount[] =>
  text.split('\n').flatMap((line) => {
    const [, point, type] = line.split(' ')
    if (point === undefined || type === undefined) return []
    // A space in a path is written as \040.
    return [
      { point: point.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8))), type },
    ]
  })

const isWithin = (path: string, folder: string, platform: NodeJS.Platform): boolean => {
  const plain = (text: string) => (platform === 'win32' ? text.replaceAll('\\', '/').toLowerCase() : text)
  const parent = plain(folder).replace(/\/+$/, '')
  return plain(path).startsWith(`${parent}/`)
}

const mountsHere = (): string => {
  if (process.platform !== 'linux') return ''
  try {
    return readFileSync('/proc/self/mounts', 'utf8')
  } catch {
    return ''
  }
}

/** On Windows this also turns the letter of a mapped drive into the share that it stands for. */
const whereItIs = (path: string): string => {
  for (const known of [path, dirname(path)]) {
    try {
      const real = realpathSync.native(known)
      return known === path ? real : `${real}${path.slice(known.length)}`
    } catch {
      // A file that is not there yet goes where its folder is.
    }
  }
  return path
}
