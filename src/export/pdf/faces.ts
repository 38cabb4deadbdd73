import regular from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'
import italic from '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf'
import bold from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'
import boldItalic from '@expo-google-fonts/atkinson-hyperlegible-next/700Bold_Italic/AtkinsonHyperlegibleNext_700Bold_Italic.ttf'
import { create } from 'fontkit'

/**
 * Atkinson Hyperlegible Next, drawn for readers with low vision; embedded in each file, as much of it as the text needs. Every
 * face draws the same characters, which a test holds.
 */
export const FACES = { regular, italic, bold, boldItalic } as const

export type Face = keyof typeof FACES

export const faceOf = ({ bold, italic }: { readonly bold?: true; readonly italic?: true }): Face =>
	bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular'

/** Drawn where the font has no shape for what stands in the text. What it was is kept in the file, for whoever listens or copies. */
const MISSING = '\u25ca'

/** A stretch of text that can be drawn. `actual`: what it stands for, where that is something else. */
export type Drawable = { readonly text: string; readonly actual?: string }

/** Every character that it has a shape for. */
export function charactersOf(face: Face): readonly number[] {
	const font = create(Buffer.from(FACES[face]))
	return 'characterSet' in font ? font.characterSet : []
}

let drawn: ReadonlySet<number> | undefined

function canDraw(grapheme: string): boolean {
	drawn ??= new Set(charactersOf('regular'))
	for (const character of grapheme) if (!drawn.has(character.codePointAt(0) ?? 0)) return false
	return true
}

/** Blanks that look like others, and characters that show nothing, which a file may not ask a font for. */
const BLANK = /\t|\p{Zs}/gu
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Variation_Selector}\p{Noncharacter_Code_Point}]/gu

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' })

/** A line's text as what the font draws, in pieces. */
export function drawable(text: string): Drawable[] {
	const shown = text.toWellFormed().normalize('NFC').replace(BLANK, ' ').replace(UNSEEN, '')
	if (canDraw(shown)) return shown === '' ? [] : [{ text: shown }]
	const pieces: { text: string; actual?: string }[] = []
	for (const { segment } of graphemes.segment(shown)) {
		const known = canDraw(segment)
		const last = pieces.at(-1)
		if (last && known === (last.actual === undefined)) {
			last.text += known ? segment : MISSING
			if (last.actual !== undefined) last.actual += segment
		} else pieces.push(known ? { text: segment } : { text: MISSING, actual: segment })
	}
	return pieces
}

/** Whether anything of a text is seen. */
export const showsAny = (text: string): boolean => drawable(text).some((piece) => piece.text.trim() !== '')
