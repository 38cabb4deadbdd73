import { runLine } from './admin-line.ts'

process.exitCode = await runLine({
	args: process.argv.slice(2),
	environment: process.env,
	print: (text) => console.log(text),
	say: (sentence) => console.error(sentence),
})
