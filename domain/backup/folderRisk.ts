/** Why a folder is a risky place for a programme file, and the name of what makes it one. */
export interface FolderRisk {
  kind: 'network' | 'synchronised' | 'removable'
  what: string
}

/** What can happen there, and what to do about it. */
export const riskInWords = ({ kind, what }: FolderRisk): string => {
  switch (kind) {
    case 'network':
      return `This programme is on a network drive (${what}). If the connection breaks while something is saved, or two people open it at once, the file can be damaged. Keep it on this computer’s own disk, and keep backups on the network`
    case 'synchronised':
      return `This programme is in a folder that ${what} synchronises. If ${what} copies it while something is saved, or it is open on two computers, the last changes can be lost. Keep it in a folder that is not synchronised, and keep backups here`
    case 'removable':
      return `This programme is on a network or removable drive (${what}). If the drive goes away while something is saved, the file can be damaged. Keep it on this computer’s own disk, and keep backups on the drive`
  }
}
