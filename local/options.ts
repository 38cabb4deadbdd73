import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'

export type StartOptions = {
	readonly port: number
	readonly directory: string
	/** Begin without the demonstration. */
	readonly empty: boolean
	/** The instant at which the clock starts; the real time unless told. */
	readonly now?: number
	readonly help: boolean
}

export const START_USAGE = `npm start -- [--port N] [--data DIR] [--empty] [--now INSTANT]

  --port N       the port of the address, 8787 unless told
  --data DIR     where everything is kept, .samsvar/data unless told
  --empty        no demonstration; prints a sign-in link for the operator instead
  --now INSTANT  starts the clock at another time, such as 2022-10-14T09:00:00+02:00`

function instantOf(text: string): number | undefined {
	try {
		return Temporal.Instant.from(text).epochMilliseconds
	} catch {
		return undefined
	}
}

/** Reads the command line; what it refuses, it refuses with a sentence. */
export function readStartOptions(args: readonly string[]): Result<StartOptions, string> {
	const options = {
		port: { type: 'string' },
		data: { type: 'string' },
		now: { type: 'string' },
		empty: { type: 'boolean' },
		help: { type: 'boolean' },
	} as const
	try {
		const { values } = parseArgs({ args: [...args], options, strict: true })
		const port = Number(values.port ?? 8787)
		if (!Number.isInteger(port) || port < 1 || port > 65_534 || values.port === '') {
			return refuse(`--port wants a whole number from 1 to 65534, not "${values.port}".`)
		}
		if (values.data === '') return refuse('--data wants the name of a directory.')
		const now = values.now === undefined ? undefined : instantOf(values.now)
		if (values.now !== undefined && now === undefined) {
			return refuse(`--now wants an instant such as 2022-10-14T09:00:00+02:00, not "${values.now}".`)
		}
		return ok({
			port,
			directory: values.data ?? '.samsvar/data',
			empty: values.empty ?? false,
			help: values.help ?? false,
			...(now === undefined ? {} : { now }),
		})
	} catch (error) {
		// The first sentence is ours to show; what follows explains how to pass a positional argument.
		const message = error instanceof Error ? error.message : String(error)
		return refuse(`${message.split('. ')[0]}.`.replace('..', '.'))
	}
}
