import { test } from 'vitest'
import { holdLinear, PATIENCE } from '#test/support/repetitive.ts'
import { numberingIn } from './docx-numbering.ts'
import { asShown } from './docx-shown.ts'
import { stylesIn } from './docx-styles.ts'
import { harmlessXml } from './docx-xml.ts'

test('Word’s XML of one piece over and over is read in proportion to its length', PATIENCE, async () => {
	const alphabet = [
		'<w:p>',
		'</w:p>',
		'<w:pPr>',
		'</w:pPr>',
		'<w:numId w:val="1"/>',
		'<w:pStyle w:val="a"/>',
		'<w:r>',
		'</w:r>',
		'<w:rPr><w:vanish/></w:rPr>',
		'<w:style w:styleId="a">',
		'<w:basedOn w:val="a"/>',
		'<w:abstractNum w:abstractNumId="0">',
		'<w:lvl w:ilvl="0">',
		'<w:lvlText w:val="%1."/>',
		'<w:num w:numId="1"><w:abstractNumId w:val="0"/>',
		'<a:blip r:embed="a"',
		'<w:p ',
		' w:val="',
		'>',
		'a',
	]
	const read = (xml: string) => {
		harmlessXml(new TextEncoder().encode(xml))
		asShown(xml, { styleOf: stylesIn(xml), numbering: numberingIn(xml) })
	}
	await holdLinear({ alphabet, longest: 1_000_000, read }, 25)
})
