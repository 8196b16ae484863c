import { registerHooks } from 'node:module'

/** Loaded before a program, gives it the stand-in where it imports Electron. */
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: new URL('./electronStandIn.ts', import.meta.url).href, shortCircuit: true }
      : next(specifier, context),
})
