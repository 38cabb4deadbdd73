import { editorWords } from '#i18n/editor.ts'
import css from './editor.css'
import { openEditor } from './editor.ts'
import { givenIn } from './given.ts'

const root = document.getElementById('editor')
if (root) {
	const sheet = new CSSStyleSheet()
	sheet.replaceSync(css)
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
	const given = givenIn(root)
	openEditor(root, given, editorWords(given.lang))
}
