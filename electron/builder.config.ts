import type { Configuration } from 'electron-builder'

const sqlite = 'node_modules/better-sqlite3'

/** The packages for Windows, macOS and Linux: each for the system that it is made on, by the Electron installed there. */
export default {
  appId: 'org.bcf-digital-tracker.desktop',
  productName: 'BCF digital tracker',
  copyright: 'MIT licence, the BCF digital tracker contributors',
  directories: { output: 'dist/packages', buildResources: 'electron/package' },
  electronDist: 'node_modules/electron/dist',
  electronLanguages: ['en-GB', 'en-US'],
  icon: 'electron/package/icon.png',

  // The shell and the page are bundles. Beside them goes SQLite's binary, for this system alone, and no other package.
  beforeBuild: async () => false,
  files: [
    'LICENSE',
    'dist/shell/*.js',
    'dist/renderer/**/*',
    'dist/print/charts.html',
    '!**/.*',
    {
      from: sqlite,
      to: sqlite,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
      filter: ['package.json', 'LICENSE', 'lib/**/*.js', 'prebuilds/${platform}-${arch}.node'],
    },
  ],
  asar: true,
  // A binary can be loaded from the disk alone.
  asarUnpack: ['**/*.node'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    // Fuses change the binary, and a Mac with Apple's chip starts none whose signature no longer fits, also without a certificate.
    resetAdHocDarwinSignature: true,
  },

  fileAssociations: [
    {
      ext: 'bcf',
      name: 'BCF programme',
      description: 'A Better Care Fund capital programme',
      mimeType: 'application/x-bcf-programme',
      role: 'Editor',
    },
  ],
  // Nothing is published, and no program fetches a newer one of itself.
  publish: null,
  // Whoever makes a .deb for others puts their own names here.
  extraMetadata: { homepage: 'https://bcf-digital-tracker.invalid/' },

  win: { target: ['nsis', 'portable'], requestedExecutionLevel: 'asInvoker' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
  },
  mac: {
    target: ['dmg'],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    entitlements: 'electron/package/entitlements.mac.plist',
    entitlementsInherit: 'electron/package/entitlements.mac.plist',
  },
  dmg: { writeUpdateInfo: false },
  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    synopsis: 'Tracks Better Care Fund capital for digital programmes',
    maintainer: 'BCF digital tracker contributors <contributors@bcf-digital-tracker.invalid>',
  },
} satisfies Configuration
