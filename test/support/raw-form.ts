import { type Browser, ORIGIN, type TestApp } from './app.ts'

/** Sends a body as it is in the browser's name, as a program that is no browser would. */
export function sendRaw(
	app: TestApp,
	{ cookies }: Pick<Browser, 'cookies'>,
	path: string,
	body: string | ReadableStream<Uint8Array>,
	headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
	const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
	const type = { 'content-type': 'application/x-www-form-urlencoded' }
	const init = {
		method: 'POST',
		body,
		headers: { origin: ORIGIN, ...type, ...(cookie === '' ? {} : { cookie }), ...headers },
	}
	// What is streamed is told to be so, which the DOM's types do not know yet.
	return app.fetch(
		new Request(ORIGIN + path, typeof body === 'string' ? init : ({ ...init, duplex: 'half' } as RequestInit)),
	)
}
