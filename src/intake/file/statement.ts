import type { FileGap, FileRefusal } from '#domain/inquiry/file.ts'
import { ok, type Result, refuse } from '#domain/kernel/result.ts'
import type { Block } from '#domain/statement/block.ts'
import { type Effort, freshEffort } from '#intake/effort.ts'
import { openDocx } from './docx.ts'
import { blocksOf } from './docx-blocks.ts'
import { commentsIn, hasTrackedChanges } from './docx-comments.ts'
import { elementsIn } from './docx-elements.ts'
import { htmlOf } from './docx-library.ts'
import { withMarks } from './docx-marks.ts'
import { numberingIn } from './docx-numbering.ts'
import { asShown } from './docx-shown.ts'
import { stylesIn } from './docx-styles.ts'
import { linksOfNotes, notesIn, type Opened, REFERENCES, withLinks } from './docx-text.ts'
import { harmlessXml } from './docx-xml.ts'

/** A comment of a file. */
export type FileComment = {
	readonly author: string
	readonly text: string
	/** Which of the blocks it is said of; null where that cannot be told. */
	readonly block: number | null
}

/** A text that somebody has written in Word. */
export type WrittenInWord = {
	/** Null where no paragraph is one. */
	readonly title: string | null
	/** Lines around the text: a letterhead, what stands at its end. */
	readonly aside: readonly string[]
	readonly blocks: readonly Block[]
	readonly comments: readonly FileComment[]
	/** Changes were tracked in it, and are read as accepted. */
	readonly tracked: boolean
	/** Why there is no text, or not all. */
	readonly gap: FileGap | null
}

const COMMENTS_LIMIT = 512 * 1024

/**
 * What our own files have Word's own styles for, and what people write with them. Paragraphs get the class by which they are
 * known again.
 */
const STYLES = [
	"p[style-name='Title'] => h1.title:fresh",
	...['Quote', 'Intense Quote', 'Quotations', 'Block Text'].map(
		(name) => `p[style-name='${name}'] => blockquote:fresh`,
	),
	"p[style-name='Body Text Indent'] => p.source:fresh",
	"p[style-name='Signature'] => p.signature:fresh",
	"p[style-name='footnote text'] => p.note:fresh",
	...['Subtitle', 'Message Header', 'Closing'].map((name) => `p[style-name='${name}'] => p.aside:fresh`),
	"r[style-name='HTML Code'] => code",
	'comment-reference => ',
]

/** Reads a Word document as a statement's text: as it would be if all changes that are tracked in it were accepted. */
export async function readStatement(
	bytes: Uint8Array<ArrayBuffer>,
	effort: Effort = freshEffort(),
): Promise<Result<WrittenInWord, FileRefusal>> {
	const looked = await openDocx(bytes, effort)
	if (!looked.ok) return looked
	const { opened, whole } = looked.value
	if (opened === null) return ok({ title: null, aside: [], blocks: [], comments: [], tracked: false, gap: 'notRead' })
	const { parts, of, document } = opened
	const marked = withMarks(document)
	const html = await htmlIn(opened, marked.xml)
	if (html === null) return refuse('broken')
	const { at, ...text } = blocksOf(elementsIn(html), marked.marks)
	const comments = commentsIn(commentsXml(opened)).map(({ id, author, text: said }) => ({
		author,
		text: said,
		block: at.get(id) ?? null,
	}))
	const tracked = [document, of(parts.footnotes), of(parts.endnotes)].some(hasTrackedChanges)
	const gap = text.blocks.length === 0 ? 'noText' : whole ? null : 'onlyBeginning'
	return ok({ ...text, comments, tracked, gap })
}

/** The library's HTML of the text; without its notes where these stop it, and null where nothing helps. */
async function htmlIn(opened: Opened, document: string): Promise<string | null> {
	const { parts, of } = opened
	const styleOf = stylesIn(of(parts.styles))
	const shown = (xml: string) => asShown(xml, { styleOf, numbering: numberingIn(of(parts.numbering)) })
	const body = withLinks(shown(document), parts.links, '')
	const others = notesIn(opened, shown)
	for (const text of [body, body.replace(REFERENCES, '')]) {
		try {
			return await htmlOf({ document: text, ...others }, [...parts.links, ...linksOfNotes(parts)], STYLES)
		} catch {
			// Once more, without what refers to what is not there.
		}
	}
	return null
}

/** Nothing where comments cannot be read: they keep the text from nobody. */
function commentsXml({ parts }: Opened): string {
	if (parts.comments === undefined || parts.comments.claimed > COMMENTS_LIMIT) return ''
	const part = parts.comments.open()
	const xml = part.ok ? harmlessXml(part.value) : part
	return xml.ok ? xml.value.xml : ''
}
