/** The version of this program, as in package.json. */
export const productVersion = '0.1.0'
