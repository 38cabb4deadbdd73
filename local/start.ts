import { readStartOptions, START_USAGE } from './options.ts'

/** What npm start runs: see START_USAGE. Exit code 2 where it cannot start. */
async function main(): Promise<void> {
	const options = readStartOptions(process.argv.slice(2))
	if (!options.ok) return giveUp(`${options.reason}\n\n${START_USAGE}`)
	if (options.value.help) return console.log(START_USAGE)

	// Only now, because these take a second to load.
	const { runSamsvar } = await import('./run.ts')
	const { welcome } = await import('./first-run.ts')

	// local/ensure.mjs was killed while this was still starting.
	const abandon = () => process.exit(1)
	process.on('disconnect', abandon)
	const running = await runSamsvar({ ...options.value, say: (sentence) => console.log(sentence) })
	process.off('disconnect', abandon)
	if (!running.ok) return giveUp(running.reason)
	const { origin, mailboxUrl, deps, stop } = running.value
	endWhenAsked(stop)

	const people = await welcome(deps, origin, options.value.empty)
	const lines = [
		'',
		`Samsvar    ${origin}`,
		`Brevlådan  ${mailboxUrl}`,
		'',
		'Sign in, once each:',
		...people.map(({ name, link }) => `  ${name}  ${link}`),
		'',
		`Ctrl-C ends it. Everything is kept in ${options.value.directory}.`,
	]
	console.log(lines.join('\n'))
}

function giveUp(sentence: string): void {
	console.error(sentence)
	process.exitCode = 2
}

/** Ends in order on Ctrl-C, on a polite kill, and when what started this process is gone. */
function endWhenAsked(stop: () => Promise<void>): void {
	let ending = false
	const end = () => {
		if (ending) return
		ending = true
		void stop().finally(() => process.exit(0))
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		// Miniflare listens too, and would end the process before anything is closed.
		process.removeAllListeners(signal)
		process.on(signal, end)
	}
	// local/ensure.mjs started this process; when it is killed, so is the channel to it.
	process.on('disconnect', end)
}

await main()
