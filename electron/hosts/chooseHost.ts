export interface Surroundings {
  hasElectron: boolean
  hasDisplay: boolean
  isRoot: boolean
  /** The full path of a Chromium, if there is one. */
  chromium: string | undefined
}

export interface Choice {
  host: 'electron' | 'chromium' | 'address'
  /** The end of a sentence. */
  because: string
}

/** Electron where it can open a window, else Chromium's app mode, else the address for a browser elsewhere. */
export const chooseHost = ({ hasElectron, hasDisplay, isRoot, chromium }: Surroundings): Choice => {
  const noElectron = "Electron's runtime is not installed"
  if (!hasDisplay) return { host: 'address', because: 'there is no display' }
  // Chromium, and so Electron, refuses to run as root without giving up its sandbox.
  if (isRoot) return { host: 'address', because: 'a browser must not run as root' }
  if (hasElectron) return { host: 'electron', because: 'its runtime is installed' }
  if (chromium !== undefined) return { host: 'chromium', because: noElectron }
  return { host: 'address', because: `${noElectron} and no Chromium was found` }
}

/** macOS and Windows always have a display for the person who is signed in. */
export const hasDisplay = (env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean =>
  platform === 'darwin' || platform === 'win32' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
