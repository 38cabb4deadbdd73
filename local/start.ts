import { readStartOptions, START_USAGE } from './options.ts'
import { runSamsvar } from './run.ts'

/** What npm start runs: see START_USAGE. Exit code 2 where it cannot start. */
async function main(): Promise<void> {
	const options = readStartOptions(process.argv.slice(2))
	if (!options.ok) return giveUp(`${options.reason}\n\n${START_USAGE}`)
	if (options.value.help) return console.log(START_USAGE)

	const running = await runSamsvar({ ...options.value, say: (sentence) => console.log(sentence) })
	if (!running.ok) return giveUp(running.reason)
	const { origin, mailboxUrl, stop } = running.value

	endWhenAsked(stop)
	console.log(
		`\nSamsvar    ${origin}\nBrevlådan  ${mailboxUrl}\n\nCtrl-C ends it. Everything is kept in ${options.value.directory}.`,
	)
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
		// Miniflare's own listeners end the process at once.
		process.removeAllListeners(signal)
		process.on(signal, end)
	}
	// From local/ensure.mjs, which may be killed.
	process.on('disconnect', end)
}

await main()
