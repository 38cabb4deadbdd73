import { editorWords } from '#i18n/editor.ts'
import comments from './comments.css'
import around from './editor.css'
import { openEditor } from './editor.ts'
import { givenIn } from './given.ts'
import handle from './handle.css'
import phone from './phone.css'
import text from './text.css'

const root = document.getElementById('editor')
if (root) {
	const sheet = new CSSStyleSheet()
	sheet.replaceSync(around + text + handle + comments + phone)
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
	const given = givenIn(root)
	openEditor(root, given, editorWords(given.lang))
}
