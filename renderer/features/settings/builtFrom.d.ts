/** The packages that this program is built from, put in by the builder. */
declare const BUILT_FROM: readonly { name: string; version: string; licence: string }[]
