import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { countedCalls } from './test/house/counted-calls.ts'
import { LongestFirst } from './test/house/longest-first.ts'
import { textModules } from './test/house/text-modules.ts'

const jsx = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const
const shared = { plugins: [textModules()], oxc: jsx }

const onDatabases = {
	globalSetup: ['test/house/templates.setup.ts'],
	setupFiles: ['test/house/seed.setup.ts'],
	testTimeout: 30_000,
	hookTimeout: 60_000,
}

/** The Worker's own settings, so that tests in workerd run with the dates and flags of production; its source, not its bundle. */
const worker = { main: './src/index.ts', wrangler: { configPath: './wrangler.toml' } }

export default defineConfig({
	test: {
		// Two workers: a browser, a server or workerd runs beside each of them.
		maxWorkers: 2,
		sequence: { sequencer: LongestFirst },
		// In the order in which they are run.
		projects: [
			{
				...shared,
				test: {
					name: 'browser',
					include: ['test/browser/**/*.test.ts'],
					globalSetup: ['test/house/templates.setup.ts', 'test/support/browser/bundle.setup.ts'],
					// A tree that one file has looked at is not looked at again by the next.
					isolate: false,
					testTimeout: 300_000,
					hookTimeout: 120_000,
				},
			},
			{
				...shared,
				plugins: [textModules(), countedCalls()],
				test: {
					name: 'whole',
					isolate: false,
					include: ['local/**/*.test.ts', 'test/house/**/*.test.ts', 'test/faults/**/*.test.ts', 'bench/**/*.test.ts'],
					exclude: ['test/house/pure.setup.test.ts'],
					...onDatabases,
				},
			},
			{
				...shared,
				plugins: [textModules(), cloudflareTest(worker)],
				// The first test waits until all of the application is loaded into the runtime, once for all files.
				test: {
					name: 'worker',
					isolate: false,
					include: ['test/worker/**/*.test.{ts,tsx}'],
					globalSetup: ['test/house/room.setup.ts'],
					testTimeout: 120_000,
				},
			},
			{
				...shared,
				test: {
					name: 'unit',
					// What the application is made of is loaded once, and not for each of its test files.
					isolate: false,
					include: ['src/**/*.test.{ts,tsx}'],
					exclude: ['src/domain/**'],
					...onDatabases,
				},
			},
			{
				...shared,
				test: {
					name: 'domain',
					isolate: false,
					include: ['src/domain/**/*.test.ts', 'test/house/pure.setup.test.ts'],
					setupFiles: ['test/house/pure.setup.ts'],
					// No rule waits for anything: a test of many cases on a busy machine may take its time.
					testTimeout: 30_000,
				},
			},
		],
	},
})
