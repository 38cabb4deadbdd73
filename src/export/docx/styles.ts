import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType } from 'docx'
import type { Language } from '#domain/statement/statement.ts'

/**
 * Word's own styles, by the ids it gives them in every language: whoever opens the file sees them under the names they know, and
 * they take the look of the document that text is copied into.
 */
export const STYLE = {
	title: 'Title',
	author: 'Subtitle',
	facts: 'MessageHeader',
	heading2: 'Heading2',
	heading3: 'Heading3',
	text: 'BodyText',
	position: 'ListNumber',
	subPoint: 'ListNumber2',
	bullet: 'ListBullet',
	quote: 'Quote',
	source: 'BodyTextIndent',
	signature: 'Signature',
	caption: 'Caption',
	cell: 'NoSpacing',
	note: 'FootnoteText',
	noteMark: 'FootnoteReference',
	end: 'Closing',
	header: 'Header',
	link: 'Hyperlink',
	code: 'HTMLCode',
} as const

/** Comes with every Word since 2007, on all it runs on, and LibreOffice has one of the same widths: lines break alike. */
const FONT = 'Calibri'
const FIXED_FONT = 'Consolas'

/** Half points. */
const TEXT_SIZE = 23
const SMALL_SIZE = 19

const LINE = 281

const GREY = '4d5759'
export const RULE = 'b9c0c2'

/** Of A4, with margins. Twentieths of a point, as all lengths here. */
export const PAGE = { width: 11_906, height: 16_838, side: 1_588, top: 1_760, foot: 1_418 } as const
export const TEXT_WIDTH = PAGE.width - 2 * PAGE.side

/** From the margin to the text of a position; and again to that of its sub-points. */
export const STEP = 510

/** Above, below, and from line to line in parts of 240 of a line. */
export const spaced = (before: number, after: number, line = LINE) => ({
	before,
	after,
	line,
	lineRule: LineRuleType.AUTO,
})

const CULTURES = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>
export const cultureOf = (language: Language): string => CULTURES[language]

/** `accent`: the colour of headings, without its `#`. */
export function stylesOf(language: Language, accent: string): IStylesOptions {
	const heading = (outlineLevel: number, size: number, before: number, after: number) => ({
		basedOn: 'Normal',
		next: STYLE.text,
		quickFormat: true,
		uiPriority: 9,
		run: { size, bold: true, color: accent },
		paragraph: { keepNext: true, keepLines: true, outlineLevel, spacing: spaced(before, after, 252) },
	})
	return {
		default: {
			document: {
				run: { font: FONT, size: TEXT_SIZE, language: { value: CULTURES[language], eastAsia: CULTURES[language] } },
				paragraph: { spacing: spaced(0, 150, 281) },
			},
			title: { ...heading(0, 44, 440, 260), name: 'Title', uiPriority: 10 },
			heading2: { ...heading(1, 29, 360, 100), name: 'heading 2' },
			heading3: { ...heading(2, 25, 280, 80), name: 'heading 3' },
			hyperlink: { name: 'Hyperlink', run: { color: accent, underline: {} } },
			footnoteText: {
				name: 'footnote text',
				run: { size: SMALL_SIZE },
				paragraph: { indent: { left: 227, hanging: 227 }, spacing: spaced(0, 60, 252) },
			},
			footnoteReference: { name: 'footnote reference', run: { superScript: true } },
		},
		paragraphStyles: [
			{ id: STYLE.text, name: 'Body Text', basedOn: 'Normal', quickFormat: true },
			{
				id: STYLE.author,
				name: 'Subtitle',
				basedOn: 'Normal',
				next: STYLE.text,
				run: { size: 26, bold: true },
				paragraph: {
					keepNext: true,
					spacing: spaced(0, 200),
					border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: accent, space: 6 } },
				},
			},
			{
				id: STYLE.facts,
				name: 'Message Header',
				basedOn: 'Normal',
				run: { size: 21 },
				paragraph: { indent: { left: 2_268, hanging: 2_268 }, leftTabStop: 2_268, spacing: spaced(0, 20, 264) },
			},
			{
				id: STYLE.position,
				name: 'List Number',
				basedOn: 'Normal',
				quickFormat: true,
				paragraph: { spacing: spaced(60, 100) },
			},
			{
				id: STYLE.subPoint,
				name: 'List Number 2',
				basedOn: 'Normal',
				quickFormat: true,
				paragraph: { spacing: spaced(0, 100) },
			},
			{
				id: STYLE.bullet,
				name: 'List Bullet',
				basedOn: 'Normal',
				quickFormat: true,
				paragraph: { spacing: spaced(0, 60) },
			},
			{
				id: STYLE.quote,
				name: 'Quote',
				basedOn: 'Normal',
				next: STYLE.text,
				quickFormat: true,
				paragraph: {
					indent: { left: STEP, right: STEP },
					spacing: spaced(120, 150),
					border: { left: { style: BorderStyle.SINGLE, size: 18, color: accent, space: 12 } },
				},
			},
			{
				id: STYLE.source,
				name: 'Body Text Indent',
				basedOn: 'Normal',
				run: { size: 21, color: GREY },
				paragraph: { indent: { left: STEP, right: STEP }, spacing: spaced(0, 180) },
			},
			{
				id: STYLE.signature,
				name: 'Signature',
				basedOn: 'Normal',
				paragraph: { keepNext: true, keepLines: true, spacing: spaced(200, 60) },
			},
			{
				id: STYLE.caption,
				name: 'caption',
				basedOn: 'Normal',
				run: { size: 21, bold: true },
				paragraph: { keepNext: true, keepLines: true, spacing: spaced(200, 80) },
			},
			{
				id: STYLE.cell,
				name: 'No Spacing',
				basedOn: 'Normal',
				run: { size: 21 },
				paragraph: { spacing: spaced(0, 0, 252) },
			},
			{
				id: STYLE.end,
				name: 'Closing',
				basedOn: 'Normal',
				run: { size: SMALL_SIZE, color: GREY },
				paragraph: {
					keepLines: true,
					spacing: spaced(360, 0, 252),
					border: { top: { style: BorderStyle.SINGLE, size: 6, color: RULE, space: 6 } },
				},
			},
			{
				id: STYLE.header,
				name: 'header',
				basedOn: 'Normal',
				run: { size: SMALL_SIZE, color: GREY },
				paragraph: {
					alignment: AlignmentType.LEFT,
					rightTabStop: TEXT_WIDTH,
					spacing: spaced(0, 0, 240),
				},
			},
		],
		characterStyles: [{ id: STYLE.code, name: 'HTML Code', run: { font: FIXED_FONT, size: 21 } }],
	}
}
