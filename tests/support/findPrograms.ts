import { spawnSync } from 'node:child_process'
import { findChromium } from '../../electron/hosts/findChromium.ts'
import { findHeadlessShell } from '../../electron/hosts/findPrintingChromium.ts'
import { findProgram } from '../../electron/hosts/findProgram.ts'
import { findLibreOffice } from './findLibreOffice.ts'

interface Program {
  title: string
  debianPackages: string[]
  isThere: () => boolean
  /** The tests do without it, only slower. */
  isOptional?: true
}

const programs: Program[] = [
  { title: 'Chromium', debianPackages: ['chromium', 'fonts-liberation'], isThere: () => findChromium() !== undefined },
  {
    title: 'Chromium without windows',
    debianPackages: ['chromium-headless-shell'],
    isThere: () => process.platform !== 'linux' || findHeadlessShell() !== undefined,
    isOptional: true,
  },
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
    // One package that cannot be had must not keep the others away.
    for (const { debianPackages } of missing()) install(debianPackages)
  }
  const titles = missing()
    .filter(({ isOptional }) => !isOptional)
    .map(({ title }) => title)
  if (titles.length === 0) return
  throw new Error(
    `The tests need ${titles.join(' and ')}, which this machine does not have: install it and run them again.`,
  )
}

let isUpdated = false

function install(packages: string[]): void {
  console.log(`Installing Debian's ${packages.join(', ')}`)
  const aptGet = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  if (!isUpdated) aptGet('update')
  isUpdated = true
  aptGet('install', '-y', '--no-install-recommends', ...packages)
}
