import PostalMime from 'postal-mime'
import * as z from 'zod'
import { withReadableTop } from './mail-header.ts'

/** Parts within parts, and the lines at the top. A mail has four or five of the one and some kilobytes of the other. */
const LIMITS = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 }

const structured = z.object({ parsed: z.object({ value: z.string(), params: z.record(z.string(), z.string()) }) })

/**
 * A part as the library keeps it. What it gives out has been decoded by what the part says of itself, and what was said
 * wrongly cannot be told from it any more (docs/decisions/0033).
 */
const partShape = z.object({
	contentType: structured.extend({ multipart: z.union([z.string(), z.literal(false)]) }),
	contentDisposition: structured,
	contentId: z.string().optional(),
	headers: z.array(z.object({ key: z.string(), value: z.string() })),
	content: z.instanceof(ArrayBuffer).nullable(),
	get childNodes() {
		return z.array(partShape)
	},
})

export type MailPart = z.infer<typeof partShape>

/** The parts of a mail, the whole of it first. Null: it is none that could be read. */
export async function partsOf(raw: Uint8Array<ArrayBuffer>): Promise<MailPart | null> {
	try {
		const parser = new PostalMime({ ...LIMITS, forceRfc822Attachments: true })
		await parser.parse(withReadableTop(raw))
		return partShape.parse(Reflect.get(parser, 'root'))
	} catch {
		return null
	}
}
