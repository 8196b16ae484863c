import { execFileSync } from 'node:child_process'

/**
 * The most that a process of its own holds while it runs a program, in MB. Linux counts what the process that starts it held into
 * what it says of resources used, and not into what it says of the memory itself.
 */
export const mostHeldBy = (program: string): number => {
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', `${program}\n${report}`], {
    encoding: 'utf8',
  })
  return (Number(said) * 1024) / 1e6
}

const report = `
const { existsSync, readFileSync } = await import('node:fs')
const status = '/proc/self/status'
console.log(existsSync(status) ? /VmHWM:\\s*(\\d+)/.exec(readFileSync(status, 'utf8'))[1] : process.resourceUsage().maxRSS)
`
