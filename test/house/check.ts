/**
 * Everything that must hold, in one command: types, lint and format, unused code, tests. Runs all steps even when one
 * fails, those before the tests side by side, says which did, and prints last the tests' count alone on a line. Given names run only these steps:
 * `npm run check -- types lint`; or, while working in a room, what holds there: `npm run check -- deciding`.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import process from 'node:process'
import { chromiumPath } from '#local/browser.ts'
import { type Count, countTests } from './count-tests.ts'
import { planOf } from './rooms.ts'
import { seedFrom } from './seed.ts'

type Outcome = { readonly name: Step; readonly passed: boolean; readonly seconds: number }

/** In a log, no colours: some of the programs would write them even there. */
const plain = !process.stdout.isTTY

/** By name, in their order. */
const NAMES = ['types', 'lint', 'unused', 'tests'] as const
type Step = (typeof NAMES)[number]
const planned = planOf(process.argv.slice(2), NAMES, process.env)
if (!planned.ok) {
	console.error(planned.reason)
	process.exit(2)
}
const plan = planned.value
const env = plain ? { ...plan.env, NO_COLOR: '1' } : plan.env

const folder = await mkdtemp(join(tmpdir(), 'samsvar-check-'))
const report = join(folder, 'tests.json')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]

/** What the compiler found is kept for the next time: where little has changed, it takes a fifth. */
const compiled = (project: string) => [
	...['typescript/bin/tsc', '-p', project, '--incremental'],
	...['--tsBuildInfoFile', join('node_modules/.cache/types', `${basename(project)}.tsbuildinfo`)],
]

/** Each step is one or more programs of the installed packages, run by this same Node. */
const STEPS: Readonly<Record<Step, readonly (readonly string[])[]>> = {
	types: [compiled('tsconfig.json'), compiled('tsconfig.domain.json')],
	lint: [['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', ...(plain ? ['--colors=off'] : [])]],
	unused: [['knip/bin/knip.js']],
	tests: [['vitest/vitest.mjs', 'run', ...plan.files, ...reporters]],
}

/** `told`: where what it writes goes; to the terminal itself unless told. */
function run([program = '', ...args]: readonly string[], told?: (text: Buffer) => void): Promise<boolean> {
	const child = spawn(process.execPath, [join('node_modules', program), ...args], {
		env,
		stdio: told === undefined ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
	})
	if (told !== undefined) for (const stream of [child.stdout, child.stderr]) stream?.on('data', told)
	return new Promise((done, fail) => {
		child.once('error', fail)
		child.once('close', (code) => done(code === 0))
	})
}

/** `beside`: others run at the same time, and what it says is kept until it ends. */
async function runStep(name: Step, beside: boolean): Promise<Outcome> {
	const said: Buffer[] = []
	if (!beside) console.log(`\n── ${name}`)
	const started = performance.now()
	let passed = true
	for (const program of STEPS[name]) {
		passed = (await run(program, beside ? (text) => said.push(text) : undefined)) && passed
	}
	if (beside) process.stdout.write(`\n── ${name}\n${Buffer.concat(said).toString()}`)
	return { name, passed, seconds: (performance.now() - started) / 1000 }
}

async function readCount(): Promise<Count> {
	const text = await readFile(report, 'utf8').catch(() => null)
	// No report means that the tests ended before they could be counted.
	return text === null ? { passed: 0, failed: 1 } : countTests(JSON.parse(text))
}

const isWanted = (name: Step) => plan.steps.includes(name)

// The browser is fetched once, here, where there is time for it. Without one, the browser's tests fail and say so.
if (isWanted('tests')) await chromiumPath().catch((error: unknown) => console.error(error))

const first = NAMES.filter((name) => name !== 'tests' && isWanted(name))
const outcomes = await Promise.all(first.map((name) => runStep(name, first.length > 1)))
if (isWanted('tests')) outcomes.push(await runStep('tests', false))
const count = isWanted('tests') ? await readCount() : null
await rm(folder, { recursive: true })

console.log('')
for (const { name, passed, seconds } of outcomes) {
	console.log(`${passed ? '✓' : '✗'} ${name.padEnd(8)}${seconds.toFixed(1).padStart(6)} s`)
}
if (count !== null) console.log(`Property tests drew from seed ${seedFrom(process.env.FC_SEED)}.`)
if (count !== null) console.log(`${count.passed} passed, ${count.failed} failed`)
process.exitCode = outcomes.every(({ passed }) => passed) && (count?.failed ?? 0) === 0 ? 0 : 1
