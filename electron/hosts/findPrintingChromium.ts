import { findChromium } from './findChromium.ts'
import { findProgram } from './findProgram.ts'

/**
 * The Chromium that prints: the one without what draws windows where it is installed too, which has a page on paper in a third
 * of the work; `BCF_CHROMIUM` names another.
 */
export const findPrintingChromium = (
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined => (env.BCF_CHROMIUM ? undefined : findHeadlessShell(env)) ?? findChromium(env, platform)

/** The engine alone, as Debian packs it. */
export const findHeadlessShell = (env: NodeJS.ProcessEnv = process.env): string | undefined =>
  findProgram(['chromium-headless-shell'], env.PATH)
