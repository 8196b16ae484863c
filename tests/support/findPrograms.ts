import { spawnSync } from 'node:child_process'
import { findChromium } from '../../electron/hosts/findChromium.ts'
import { findProgram } from '../../electron/hosts/findProgram.ts'
import { findLibreOffice } from './findLibreOffice.ts'

interface Program {
  title: string
  debianPackages: string[]
  isThere: () => boolean
}

const programs: Program[] = [
  { title: 'Chromium', debianPackages: ['chromium', 'fonts-liberation'], isThere: () => findChromium() !== undefined },
  {
    title: 'LibreOffice with Calc and Writer',
    debianPackages: ['libreoffice-calc', 'libreoffice-writer'],
    isThere: () => findLibreOffice() !== undefined,
  },
  {
    title: 'strace',
    debianPackages: ['strace'],
    isThere: () => process.platform !== 'linux' || findProgram(['strace']) !== undefined,
  },
]

/** Makes sure of what the tests use besides npm packages: installs Debian's where it may, else throws and names what is missing. */
export const findPrograms = (): void => {
  const missing = () => programs.filter((program) => !program.isThere())
  if (missing().length > 0 && process.getuid?.() === 0 && findProgram(['apt-get'])) {
    install(missing().flatMap((program) => program.debianPackages))
  }
  const titles = missing().map((program) => program.title)
  if (titles.length === 0) return
  throw new Error(
    `The tests need ${titles.join(' and ')}, which this machine does not have: install it and run them again.`,
  )
}

function install(packages: string[]): void {
  console.log(`Installing Debian's ${packages.join(', ')}`)
  const aptGet = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', ...packages)
}
