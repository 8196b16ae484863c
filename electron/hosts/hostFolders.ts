import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface HostFolders {
  programmes: string
  /** Settings and the log. */
  config: string
}

/** Where this person's programmes and settings are, after the custom of the system. */
export const hostFolders = (
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): HostFolders => ({
  programmes: env.BCF_HOME ? resolve(env.BCF_HOME) : join(home, 'BCF programmes'),
  config: env.BCF_CONFIG ? resolve(env.BCF_CONFIG) : join(configRoot(env, platform, home), 'bcf-digital-tracker'),
})

function configRoot(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'win32') return env.APPDATA ?? join(home, 'AppData', 'Roaming')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support')
  return env.XDG_CONFIG_HOME || join(home, '.config')
}
