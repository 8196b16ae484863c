/** The last part of a path, on any system. */
export const fileNameIn = (path: string): string => path.split(/[/\\]/).at(-1) ?? path
