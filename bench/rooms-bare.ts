import { rawSocket } from './raw-socket.ts'
import type { Screen, Writer } from './rooms-job.ts'

// Pages of a room that only tells all what one says.

export async function bareScreen(port: number, shown: Screen | null, closed: () => void): Promise<void> {
	const heard = shown && ((message: Buffer) => shown(message.toString()))
	await rawSocket({ port, path: '/', heard, closed })
}

/** Says what a page of Samsvar would for a key, and where it looks. */
export async function bareWriter(port: number, closed: () => void): Promise<Writer> {
	const socket = await rawSocket({ port, path: '/', heard: null, closed })
	const step = { stepType: 'replace', from: 12_345, to: 12_345 }
	const press = (text: string) =>
		socket.send(
			JSON.stringify({
				kind: 'entries',
				entries: [{ steps: [{ ...step, slice: { content: [{ type: 'text', text }] } }] }],
			}),
		)
	return { press }
}
