import { bodyOf } from '#files/body-of.ts'
import { packed, unpacked } from './packed.ts'

/** Whoever reads in another thread: asked by HTTP, as a service binding is. */
export type Elsewhere = { readonly fetch: (request: Request) => Promise<Response> }

export const KINDS = ['files', 'statement', 'letter', 'answer', 'report', 'parts'] as const
export type Kind = (typeof KINDS)[number]

/** Status of an answer that says: it never came to be read, or reading it ended the reader. Not to be tried here. */
export const NOT_READ = 503

/**
 * What somebody elsewhere reads; undefined where they say that they did not come to it. Read `here` where there is nobody, and where
 * nothing is heard from them.
 */
export async function askedElsewhere<Value>(
	elsewhere: Elsewhere | undefined,
	{ kind, asked }: { readonly kind: Kind; readonly asked: unknown },
	here: () => Promise<Value | undefined>,
): Promise<Value | undefined> {
	if (elsewhere === undefined) return here()
	const request = new Request(`http://reader.local/${kind}`, { method: 'POST', body: bodyOf(packed(asked)) })
	const answer = await elsewhere.fetch(request).then(
		async (response) => ({ status: response.status, body: new Uint8Array(await response.arrayBuffer()) }),
		() => null,
	)
	if (answer?.status === 200) return unpacked<Value>(answer.body)
	return answer?.status === NOT_READ ? undefined : here()
}
